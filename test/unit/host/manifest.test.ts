/** What VS Code reads of the manifest, against the files it names and the rules of the Marketplace. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core';
import { ticketLinks } from '../../../src/language';
import { gridCommands } from '../../../src/protocol';

const root = resolve(__dirname, '../../..');

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

interface Placement {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: boolean | 'limited';
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly configuration: string;
      readonly icon: Readonly<Record<'light' | 'dark', string>>;
    }[];
    readonly customEditors: readonly { readonly viewType: string; readonly priority: string }[];
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly Placement[]>>;
    readonly keybindings: readonly (Placement & { readonly key: string })[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly type: string;
            readonly description?: string;
            readonly default?: unknown;
            readonly enum?: string[];
            readonly pattern?: string;
            readonly patternErrorMessage?: string;
          }
        >
      >;
    };
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
  };
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);
const hostSource = readdirSync(join(root, 'src/host'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src/host', name), 'utf8'))
  .join('\n');

describe('manifest', () => {
  it('runs in VS Code 1.90 and later, in Restricted Mode and in virtual workspaces', () => {
    expect(manifest.engines.vscode).toBe('^1.90.0');
    expect(manifest.capabilities.virtualWorkspaces).toBe(true);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
  });

  it('follows no setting of a folder in Restricted Mode that says what to open or to run', () => {
    const { description, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(description).toMatch(/ticket links.*Set Up Git/);
    // Any text could say so; the others choose among words, or yes and no.
    const free = Object.entries(contributes.configuration.properties)
      .filter(([, { type, enum: words }]) => type !== 'boolean' && words === undefined)
      .map(([name]) => name);
    expect(restrictedConfigurations).toEqual(free);
    expect(free.length).toBeGreaterThan(0);
  });

  it('is activated by what it contributes and by nothing else', () => {
    expect(manifest.activationEvents).toEqual([]);
  });

  it('has the PNG icon the Marketplace wants', () => {
    const png = readFileSync(join(root, manifest.icon));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });

  it('names at most five keywords, which is what the Marketplace takes', () => {
    expect(manifest.keywords.length).toBeLessThanOrEqual(5);
  });

  it('names files that exist', () => {
    const files = contributes.languages.flatMap(({ configuration, icon }) => [
      configuration,
      icon.light,
      icon.dark,
    ]);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('titles every command the same way, and each only once', () => {
    expect(new Set(commands).size).toBe(commands.length);
    expect(new Set(contributes.commands.map(({ title }) => title)).size).toBe(commands.length);
    for (const { command, title, category } of contributes.commands) {
      expect(command).toMatch(/^retention\.[a-z][A-Za-z]*$/);
      expect(category, command).toBe('Retention');
      expect(title, command).toMatch(/^[A-Z]/);
      expect(title, command).not.toMatch(/^Retention:/);
    }
  });

  it('offers every command of the grid', () => {
    expect(commands).toEqual(expect.arrayContaining(gridCommands.map((name) => `retention.${name}`)));
  });

  it('puts only commands of its own into menus and on keys', () => {
    const placed = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    expect(placed.map(({ command }) => command).filter((id) => !commands.includes(id))).toEqual([]);
  });

  it('takes keys and title buttons only where there is a .retention file', () => {
    const scoped = /activeCustomEditorId|resourceExtname == \.retention|resourceLangId == retention/;
    for (const { command, when } of [
      ...contributes.keybindings,
      ...(contributes.menus['editor/title'] ?? []),
    ]) {
      expect(when, command).toMatch(scoped);
    }
  });

  it('offers in an untitled document, which has no extension, what it offers in a file', () => {
    const { menus } = contributes;
    const inEditors = [menus['editor/title'], menus['editor/context'], menus.commandPalette].flatMap(
      (items) => items ?? [],
    );
    const byName = inEditors.filter(({ when }) => when?.includes('resourceExtname'));
    expect(byName.length).toBeGreaterThan(0);
    for (const { command, when } of byName)
      expect(when, command).toContain('resourceExtname == .retention || resourceLangId == retention');
    // Nothing is committed of it.
    for (const { command, when } of inEditors)
      if (command === 'retention.showHistory') expect(when).toContain('resourceScheme != untitled');
  });

  it('opens files as notebooks, and the files of git as text', () => {
    expect(contributes.customEditors.map(({ viewType, priority }) => [viewType, priority])).toEqual([
      ['retention.notebook', 'default'],
      ['retention.snapshot', 'option'],
    ]);
    expect(contributes.configurationDefaults['workbench.editorAssociations']).toEqual({
      '{git,gitlens}:/**/*.retention': 'default',
    });
  });

  it('takes the addresses of tickets that links are made of, and says which', () => {
    const { pattern, patternErrorMessage, description } =
      contributes.configuration.properties['retention.ticketUrl']!;
    const notes = parseDocument('period\n#> See #482.\n');
    for (const address of [
      'https://example.com/{ticket}',
      'http://example.com/{ticket}',
      'https://example.com',
      'ftp://example.com/{ticket}',
      'javascript:{ticket}',
    ]) {
      const links = ticketLinks(notes, address).length > 0;
      expect(new RegExp(pattern!).test(address), address).toBe(links);
      const scheme = /^\w+:\/\//.exec(address)?.[0];
      if (links) expect(patternErrorMessage).toContain(scheme);
    }
    // Only there: the notebook shows notes as Markdown, with the tickets as text.
    expect(description).toContain('in the text editor');
  });

  it('describes every setting, and the code reads each', () => {
    for (const [name, { description, default: value, enum: values }] of Object.entries(
      contributes.configuration.properties,
    )) {
      expect(name).toMatch(/^retention\.[a-z][A-Za-z.]*$/);
      expect(description, name).toBeTruthy();
      expect(value, name).toBeDefined();
      if (values !== undefined) expect(values, name).toContain(value);
      expect(hostSource, `nothing reads ${name}`).toContain(`'${name.replace(/^retention\./, '')}'`);
    }
  });
});
