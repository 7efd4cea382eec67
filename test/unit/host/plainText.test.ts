import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelText, messageText } from '../../../src/host/plainText';

/** What VS Code makes a link of in notifications and below inputs (`parseLinkedText`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
/** What it makes an icon of in labels (`renderLabelWithIcons`), unless a backslash is in front. */
const ICON = /(\\)?\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '[a',
        ']',
        '(',
        '](',
        'command:x',
        'https://x',
        ')',
        ' "t"',
        '$',
        '$(',
        'bug',
        '\\',
        '~spin',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a text of strangers in VS Code', () => {
  it('is no link that runs a command in a message', () => {
    const name = '[Reload](command:workbench.action.terminal.sendSequence?%7B%7D).retention';
    expect(name).toMatch(LINK);
    expect(messageText(`${name} is not in a git repository.`)).toBe(
      '[Reload] (command:workbench.action.terminal.sendSequence?%7B%7D).retention is not in a git repository.',
    );
    expect(messageText('a\u202eb\u001bc')).toBe('a\ufffdb\ufffdc');
    fc.assert(
      fc.property(hostile, (text) => {
        expect(messageText(text)).not.toMatch(LINK);
      }),
    );
  });

  it('is no icon in a list', () => {
    expect(labelText('$(check) Germany')).toBe('\\$(check) Germany');
    fc.assert(
      fc.property(hostile, (text) => {
        const icons = [...labelText(text).matchAll(ICON)].filter(([, escape]) => escape === undefined);
        expect(icons).toEqual([]);
      }),
    );
  });
});

describe('the host', () => {
  const folder = resolve(__dirname, '../../../src/host');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

  it('shows messages in one way only, which makes no links of names', () => {
    const others = sources.filter(({ text }) => /show(?:Information|Warning|Error)Message/.test(text));
    expect(others.map(({ name }) => name)).toEqual(['messages.ts']);
  });

  it('names nothing in the title of a progress without the same care', () => {
    const careless = sources.filter(
      ({ text }) => text.includes('ProgressLocation.Notification') && !text.includes('title: messageText('),
    );
    expect(careless.map(({ name }) => name)).toEqual([]);
  });

  it('trusts no Markdown, so that a link in it can run nothing', () => {
    const trusting = sources.filter(({ text }) =>
      /isTrusted\s*[=:]|supportHtml|supportThemeIcons/.test(text),
    );
    expect(trusting.map(({ name }) => name)).toEqual([]);
    expect(sources.some(({ text }) => text.includes('new vscode.MarkdownString('))).toBe(true);
  });
});
