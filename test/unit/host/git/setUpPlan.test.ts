import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DriverPart } from '../../../../src/host/git/drivers';
import { ATTRIBUTE_LINES } from '../../../../src/host/git/drivers';
import { marked, withLines } from '../../../../src/host/git/markedLines';
import type { FileChange, SetUpFiles } from '../../../../src/host/git/setUpPlan';
import { foreignFiles, setUpChanges, undoChanges } from '../../../../src/host/git/setUpPlan';

const PLACE = { root: '/app', common: '/app/.git' };
const COMMAND = { extension: '/ext/retention-notebook.retention-notebook-0.1.0', runtime: null };
const ALL = new Set<DriverPart>(['merge', 'diffWords', 'diffRows']);
const NONE: SetUpFiles = { attributes: null, privateAttributes: null, configuration: null };

/** The files after some changes. */
function apply(files: SetUpFiles, changes: readonly FileChange[]): SetUpFiles {
  const keys = {
    '.gitattributes': 'attributes',
    '.git/info/attributes': 'privateAttributes',
    '.git/config': 'configuration',
  };
  const changed = changes.map(({ name, after }) => [keys[name as keyof typeof keys], after]);
  return { ...files, ...(Object.fromEntries(changed) as Partial<SetUpFiles>) };
}

describe('the plan of set-up', () => {
  it('is undone to the very files there were, whichever scopes and parts were set up', () => {
    const text = fc.option(
      fc.constantFrom('* text=auto\n', '* text=auto', '[core]\r\n\tbare = false\r\n', '\n'),
    );
    const files = fc.record({ attributes: text, privateAttributes: text, configuration: text });
    const step = fc.tuple(
      fc.constantFrom('shared' as const, 'private' as const),
      fc.subarray([...ALL], { minLength: 1 }),
    );
    fc.assert(
      fc.property(files, fc.array(step, { minLength: 1, maxLength: 3 }), (before, steps) => {
        let now: SetUpFiles = before;
        for (const [scope, parts] of steps) {
          now = apply(now, setUpChanges(PLACE, now, scope, COMMAND, new Set(parts)));
          expect(setUpChanges(PLACE, now, scope, COMMAND, new Set(parts))).toEqual([]);
        }
        expect(foreignFiles(now)).toEqual([]);
        const undone = apply(now, undoChanges(PLACE, now));
        expect(undone).toEqual(before);
        expect(undoChanges(PLACE, undone)).toEqual([]);
      }),
    );
  });

  it('names the files and the lines that come', () => {
    const [attributes, configuration] = setUpChanges(PLACE, NONE, 'private', COMMAND, ALL);
    expect(attributes).toMatchObject({
      path: '/app/.git/info/attributes',
      name: '.git/info/attributes',
      before: null,
      lines: marked(['*.retention text=auto eol=lf diff=retention merge=retention']),
    });
    expect(configuration!.path).toBe('/app/.git/config');
    for (const line of configuration!.lines) expect(configuration!.after).toContain(`${line}\n`);
  });

  it('brings the lines of an earlier version up to date', () => {
    const earlier = withLines('* text=auto\n', ['*.retention diff=retention merge=retention']);
    const files = { ...NONE, attributes: earlier };
    expect(foreignFiles(files)).toEqual([]);
    const [attributes] = setUpChanges(PLACE, files, 'shared', COMMAND, ALL);
    expect(attributes!.after).toBe(withLines('* text=auto\n', ATTRIBUTE_LINES));
  });

  it('sees lines that somebody wrote by hand, and takes none of its own for them', () => {
    const attributes = '# *.retention merge=x\n*.retention text\n*.retention text eol=lf\n';
    expect(foreignFiles({ ...NONE, attributes, configuration: '[core]\n' })).toEqual([]);
    expect(foreignFiles({ ...NONE, attributes: `${attributes}*.retention text merge=union\n` })).toEqual([
      '.gitattributes',
    ]);
    expect(foreignFiles({ ...NONE, configuration: '[merge "retention"]\n\tdriver = mine\n' })).toEqual([
      '.git/config',
    ]);
    for (const wish of ['-text', 'text eol=crlf', 'binary'])
      expect(foreignFiles({ ...NONE, attributes: `*.retention ${wish}\n` })).toEqual(['.gitattributes']);
    expect(foreignFiles({ ...NONE, privateAttributes: 'data/*.retention diff=csv\n' })).toEqual([
      '.git/info/attributes',
    ]);
  });
});
