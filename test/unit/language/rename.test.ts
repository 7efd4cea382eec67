import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../src/core';
import { rename, renameTarget } from '../../../src/language';
import { CURSOR, placeIn } from './cursor';

const FILE = [
  '#---',
  '# retention: 1',
  "# segments: [SMB, 'Big, old']  # both",
  '# label_reason_price: Too expensive',
  '#---',
  'period,segment,start,lost,reason_price,"team"',
  '2024-Q1,SMB,100,10,5,west',
  '2024-Q1,"Big, old",100,10,5,east',
  '2024-Q2, SMB ,100,10,5,SMB',
  '#',
  '#> - [ ] Lower it {segment=SMB reason=price}',
  '#> - [ ] Visit {segment="Big, old"}',
  '',
].join('\n');

/** FILE with the cursor behind the first place of a text that follows another. */
function at(text: string, behind = ''): string {
  const from = FILE.indexOf(behind) + behind.length;
  const place = FILE.indexOf(text, from) + 1;
  return FILE.slice(0, place) + CURSOR + FILE.slice(place);
}

function renamed(marked: string, name: string): string {
  const { notebook, offset, text } = placeIn(marked);
  const edits = rename(notebook.document, offset, name);
  return 'message' in edits ? edits.message : applyEdits(text, edits);
}

/** What VS Code shows in its box, or the message. */
function target(marked: string): string {
  const { notebook, offset, text } = placeIn(marked);
  const found = renameTarget(notebook.document, offset);
  return 'message' in found
    ? found.message
    : `${text.slice(found.range.start, found.range.end)}=${found.name}`;
}

describe('rename', () => {
  it.each([
    ['a cell', at('SMB', '2024-Q1,')],
    ['a cell with spaces', at('SMB', '2024-Q2')],
    ['the setting', at('SMB')],
    ['a task', at('SMB', 'segment=')],
  ])('renames a segment from %s', (_, marked) => {
    expect(target(marked)).toBe('SMB=SMB');
    expect(renamed(marked, 'Small shops')).toBe(
      FILE.replace('[SMB', '[Small shops')
        .replace('Q1,SMB', 'Q1,Small shops')
        .replace(' SMB ', 'Small shops')
        .replace('segment=SMB', 'segment="Small shops"'),
    );
  });

  it('leaves quotes where they are needed or were', () => {
    expect(target(at('Big', '2024-Q1,"'))).toBe('Big, old=Big, old');
    expect(renamed(at('Big', '2024-Q1,"'), 'Key')).toBe(
      FILE.replace("'Big, old'", 'Key')
        .replace('"Big, old"', '"Key"')
        .replace('segment="Big, old"', 'segment=Key'),
    );
    expect(renamed(at('SMB', '2024-Q1,'), 'a, b')).toContain("[a, b'".replace('[a', "['a"));
  });

  it.each([
    ['the header', at('reason_price', 'lost,'), 'reason_cost', 'reason_price=reason_price'],
    ['its label', at('reason_price', 'label_'), 'reason_cost', 'reason_price=reason_price'],
    ['a task', at('price', 'reason='), 'cost', 'price=price'],
  ])('renames a reason from %s', (_, marked, name, shown) => {
    expect(target(marked)).toBe(shown);
    expect(renamed(marked, name)).toBe(
      FILE.replace('label_reason_price', 'label_reason_cost')
        .replace('lost,reason_price', 'lost,reason_cost')
        .replace('reason=price', 'reason=cost'),
    );
  });

  it('renames a column of the file, in its quotes', () => {
    expect(target(at('team'))).toBe('team=team');
    expect(renamed(at('team'), 'account, team')).toBe(FILE.replace('"team"', '"account, team"'));
  });

  it.each([
    [at('SMB', '2024-Q1,'), ' ', 'A segment needs a name'],
    [at('SMB', '2024-Q1,'), 'Big, old', 'There is a segment “Big, old” already'],
    [at('SMB', '2024-Q1,'), 'a "b"', "can't be the segment of a task"],
    [at('team'), '', 'A column needs a name'],
    [at('team'), 'Start', 'There is a column “start” already'],
    [at('reason_price', 'lost,'), 'price', 'is named reason_ and one word'],
    [at('price', 'reason='), 'too much', 'is named reason_ and one word'],
    [at('start', 'segment,'), 'begin', 'is a column of the format'],
    [at('2024-Q1'), 'x', 'Only segments and columns can be renamed'],
    [at('expensive'), 'x', 'Only segments and columns can be renamed'],
  ])('says why it refuses (%#)', (marked, name, message) => {
    expect(renamed(marked, name)).toContain(message);
  });

  it('refuses a name that the label of the column could not follow', () => {
    const text = `#---\n# retention: 1\n# label_team: Who\n#---\nperiod,te${CURSOR}am\n2024,x\n`;
    expect(renamed(text, 'account team')).toContain('label_team could not follow');
    expect(renamed(text, 'account')).toContain('# label_account: Who\n#---\nperiod,account\n');
    expect(renamed(`<<<<<<< a\nperiod,te${CURSOR}am\n2024,x\n`, 'account')).toContain('can only be read');
  });

  it('finds every row of a segment and no other, for any names', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() === text && !/[\r\n\0\ufffd]/.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 3, maxLength: 3 }), ([from, other, to]) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = [
          'period,segment',
          `2024-01,${quote(from!)}`,
          `2024-01,${quote(other!)}`,
          `2024-02,${quote(from!)}`,
          '',
        ].join('\n');
        const edits = rename(parseDocument(text), text.indexOf('2024-01') + 9, to!);
        if ('message' in edits) throw new Error(edits.message);
        const after = parseDocument(applyEdits(text, edits));
        expect([0, 1, 2].map((row) => after.segment(row))).toEqual([to, other, to]);
      }),
    );
  });
});
