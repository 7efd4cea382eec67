import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument, renameColumn, renameSegment } from '../../../../src/core';

const TEXT = [
  '#---',
  '# retention: 1',
  '# segments: [SMB, Large]',
  '# label_reason_price: Too dear',
  '#---',
  'period,segment,lost,reason_price,note',
  '2024-01,SMB,5,2,SMB',
  '2024-01,Large,5,2,',
  '#',
  '#> - [ ] a {segment=SMB reason=price}',
  '#> - [ ] b {x_own=1}',
  '',
].join('\n');
const document = parseDocument(TEXT);

describe('renameSegment', () => {
  it('follows the name into the setting, the rows and the tasks, and nowhere else', () => {
    expect(applyEdits(TEXT, renameSegment(document, 'SMB', ' Small '))).toBe(
      TEXT.replace('[SMB,', '[Small,')
        .replace('01,SMB,', '01,Small,')
        .replace('segment=SMB', 'segment=Small'),
    );
    expect(renameSegment(document, 'SMB', 'SMB')).toEqual([]);
    expect(renameSegment(document, 'nobody', 'else')).toEqual([]);
  });

  it.each([
    [' ', /needs a name/],
    ['a\nb', /on one line/],
    ['Large', /There is a segment “Large” already/],
  ])('refuses %j', (name, message) => {
    expect(() => renameSegment(document, 'SMB', name)).toThrow(message);
  });

  it('refuses the name of a segment that only rows have', () => {
    const bare = parseDocument('period,segment\n2024,A\n2024,B\n');
    expect(() => renameSegment(bare, 'A', 'B')).toThrow(/There is a segment “B” already/);
  });
});

describe('renameColumn', () => {
  it('follows the name into its label and the tasks of its reason', () => {
    expect(applyEdits(TEXT, renameColumn(document, 3, 'reason_cost'))).toBe(
      TEXT.replaceAll('reason_price', 'reason_cost').replace('reason=price', 'reason=cost'),
    );
    expect(applyEdits(TEXT, renameColumn(document, 4, 'a, b'))).toBe(TEXT.replace(',note', ',"a, b"'));
    expect(applyEdits(TEXT, renameColumn(document, 4, ' Note '))).toBe(TEXT.replace(',note', ',Note'));
    // A column that becomes one of a reason gives no task that reason.
    expect(applyEdits(TEXT, renameColumn(document, 4, 'reason_new'))).toBe(
      TEXT.replace(',note', ',reason_new'),
    );
    expect(renameColumn(document, 4, 'note')).toEqual([]);
  });

  it.each([
    [9, 'x', 'There is no column 10.'],
    [4, ' ', /needs a name/],
    [4, 'a\nb', /on one line/],
    [4, 'PERIOD', /There is a column “period” already/],
    [3, 'price', /named reason_ and one word/],
    [3, 'reason_é', /named reason_ and one word/],
  ])('refuses for column %i the name %j', (column, name, message) => {
    expect(() => renameColumn(document, column, name)).toThrow(message);
  });

  it('refuses a name that the setting of its label cannot take', () => {
    const labelled = parseDocument('#---\n# retention: 1\n# label_own: Own\n#---\nperiod,own\n2024,1\n');
    expect(() => renameColumn(labelled, 1, 'my own')).toThrow(/The setting label_own could not follow/);
    expect(renameColumn(labelled, 1, 'mine')).toHaveLength(2);
  });
});
