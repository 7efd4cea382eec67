import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDUSTRIES, LiveNotebook, SETTING_KEYS, strategies } from '../../../src/core';
import { completionsAt } from '../../../src/language';
import { nastyText, wellFormedFile } from '../core/document/arbitraries';
import { CURSOR, labels, placeIn, suggestions, taken } from './cursor';

const front = (line: string): string =>
  `#---\n# retention: 1\n${line}\n#---\nperiod,segment,start\n2024-Q1,SMB,1\n`;

describe('completion of settings', () => {
  it('offers the keys that are not there yet, in the order of the format, then labels of columns', () => {
    const found = labels(front(`# ${CURSOR}`));
    expect(found).toEqual([
      ...SETTING_KEYS.filter((key) => key !== 'retention'),
      'label_period',
      'label_segment',
      'label_start',
    ]);
  });

  it.each([
    ['# gran‸', 'granularity', '# granularity: '],
    ['#‸', 'goal', '# goal: ${1:85%}'],
    ['# go‸al: 85%', 'goal_nrr', '# goal_nrr: 85%'],
    ['# segm‸', 'segments', '# segments: [SMB]'],
    ['# lab‸', 'label_start', '# label_start: ${1:Start}'],
  ])('%s takes %s', (line, label, after) => {
    expect(taken(front(line), label)).toBe(after);
  });

  it('asks again behind a key whose values can be listed', () => {
    const more = suggestions(front(`# ${CURSOR}`)).filter((one) => one.more);
    expect(more.map(({ label }) => label)).toEqual([
      'granularity',
      'currency',
      'method',
      'locale',
      'delimiter',
      'decimal',
      'industry',
    ]);
  });

  it.each([
    ['# granularity: ‸', 'quarter', '# granularity: quarter'],
    ['# granularity:‸', 'quarter', '# granularity: quarter'],
    ['# method: cl‸assic # ours', 'with-reactivated', '# method: with-reactivated # ours'],
    ["# delimiter: '‸", "';'", "# delimiter: ';'"],
    ['# decimal: ‸', "','", "# decimal: ','"],
    ['# currency: e‸', 'EUR', '# currency: EUR'],
    ['# locale: ‸', 'nl-NL', '# locale: nl-NL'],
    ['# industry: sa‸', 'saas', '# industry: saas'],
    ['# segments: ‸', '[SMB]', '# segments: [SMB]'],
    ['# segments: [‸]', 'SMB', '# segments: [SMB]'],
    ['# segments: [Big, S‸]', 'SMB', '# segments: [Big, SMB]'],
    ["# segments: ['Big, old',‸", 'SMB', "# segments: ['Big, old', SMB"],
  ])('%s takes %s', (line, label, after) => {
    expect(taken(front(line), label)).toBe(after);
  });

  it('lists all industries, and no segment twice', () => {
    expect(labels(front(`# industry: ${CURSOR}`))).toEqual(Object.keys(INDUSTRIES));
    expect(labels(front(`# segments: [SMB, ${CURSOR}]`))).toEqual([]);
  });

  it.each(['# goal: 85%  # why ‸', '# title: A‸', '## comm‸ent', '# a comment of words‸', '# x_own: ‸'])(
    'says nothing at %s',
    (line) => {
      expect(labels(front(line))).toEqual([]);
    },
  );
});

describe('completion of the header', () => {
  it('offers columns that are not there yet, and reasons that the playbook names first', () => {
    const text = `period,start,${CURSOR}\n2024,1,\n#> - [ ] Talk {reason=slow}\n`;
    const found = labels(text);
    expect(found).not.toContain('period');
    expect(found.slice(0, 2)).toEqual(['segment', 'new']);
    expect(found.find((label) => label.startsWith('reason_'))).toBe('reason_slow');
  });

  it('replaces the whole name', () => {
    expect(taken(`period,st${CURSOR}xx,new\n`, 'start')).toBe('period,start,new');
    expect(taken(`period;"e${CURSOR}";new\n`.replace(/^/, "#---\n# delimiter: ';'\n#---\n"), 'end')).toBe(
      'period;"end";new',
    );
  });
});

const table = [
  'period,segment,start,new,lost,end,note',
  '2024-Q1,SMB,100,5,5,100,',
  '2024-Q1,"Big, old",10,0,1,9,',
  '2024-Q2,SMB,100,5,6,99,',
].join('\n');

describe('completion of rows', () => {
  it('offers the next row of each segment, the earliest first, with the customers it begins with', () => {
    expect(suggestions(`${table}\n${CURSOR}`).map(({ label, detail }) => [label, detail])).toEqual([
      ['2024-Q2 · Big, old', 'new row, start 9'],
      ['2024-Q3 · SMB', 'new row, start 99'],
    ]);
    expect(taken(`${table}\n${CURSOR}`, '2024-Q2 · Big, old')).toBe('2024-Q2,"Big, old",9,$1,$2,$3,');
    expect(taken(`${table}\n202${CURSOR}\n`, '2024-Q3 · SMB')).toBe('2024-Q3,SMB,99,$1,$2,$3,');
  });

  it('offers the next period of the segment of a row', () => {
    expect(labels(`${table}\n${CURSOR},SMB,99,,,,\n`)).toEqual(['2024-Q3']);
    expect(taken(`${table}\n20${CURSOR}24,"Big, old",99,,,,\n`, '2024-Q2')).toBe('2024-Q2,"Big, old",99,,,,');
    expect(suggestions(`${table}\n${CURSOR},,99,,,,\n`).map(({ label, detail }) => [label, detail])).toEqual([
      ['2024-Q2', 'after 2024-Q1 (Big, old)'],
      ['2024-Q3', 'after 2024-Q2 (SMB)'],
    ]);
  });

  it('finds the period that is missing between rows, and goes on behind the last one', () => {
    const before = 'period,start\n2024-01,1\n2024-02,1\n';
    expect(labels(`${before}${CURSOR},1\n2024-04,1\n`)).toEqual(['2024-03']);
    expect(labels(`${before}2024-03,1\n${CURSOR},1\n2024-04,1\n`)).toEqual(['2024-05']);
    expect(labels(`period,start\n2024-01-01/P30D,1\n${CURSOR},2\n`)).toEqual(['2024-01-31/P30D']);
  });

  it('begins with the last period that is over', () => {
    expect(labels(`#---\n# granularity: quarter\n#---\nperiod,start\n${CURSOR}`)).toEqual(['2024-Q1']);
    expect(labels(`period,start\n${CURSOR}`)).toEqual(['2024-04', '2024-Q1', '2023', '2024-W19']);
  });

  it('offers segments, those without a row for the period first, and quotes them', () => {
    expect(
      suggestions(`${table}\n2024-Q2,${CURSOR},,,,,\n`).map(({ label, detail }) => [label, detail]),
    ).toEqual([
      ['Big, old', 'no row for 2024-Q2 yet'],
      ['SMB', 'has a row for 2024-Q2 already'],
    ]);
    expect(taken(`${table}\n2024-Q2,B${CURSOR},,,,,\n`, 'Big, old')).toBe('2024-Q2,"Big, old",,,,,');
    expect(taken(`${table}\n2024-Q2,"S${CURSOR}",,,,,\n`, 'SMB')).toBe('2024-Q2,"SMB",,,,,');
  });

  it('never offers a number, or what is being typed itself', () => {
    expect(labels(`${table}\n2024-Q3,SMB,9${CURSOR},,,,\n`)).toEqual([]);
    expect(labels(`${table}\n2024-Q3,SMB,9,,,,no${CURSOR}\n`)).toEqual([]);
    expect(labels(`${table}\n2024-Q2,Sm${CURSOR},,,,,\n`)).not.toContain('Sm');
  });
});

describe('completion of notes', () => {
  const note = (line: string): string =>
    `period,segment,start,new,lost,reason_price\n2024-Q1,Small shops,100,5,5,3\n2024-Q2,Small shops,100,5,5,3\n#> ## Playbook\n${line}\n`;

  it.each([
    ['#> - [‸', '[/] active', '#> - [/] '],
    ['#> - [‸]', '[x] done', '#> - [x] '],
    ['#> - [x‸] Talk', '[-] dropped', '#> - [-] Talk'],
    ['#>‸', '- [ ]', '#> - [ ] $0'],
    ['#> - [ ] Talk {‸}', 'due', '#> - [ ] Talk {due=}'],
    ['#> - [ ] Talk {due=2024-06-01 se‸}', 'segment', '#> - [ ] Talk {due=2024-06-01 segment=}'],
    ['#> - [ ] Talk {seg‸=SMB}', 'since', '#> - [ ] Talk {since=SMB}'],
    ['#> - [ ] Talk {segment=‸}', 'Small shops', '#> - [ ] Talk {segment="Small shops"}'],
    ['#> - [ ] Talk {segment="Sm‸"}', 'Small shops', '#> - [ ] Talk {segment="Small shops"}'],
    ['#> - [ ] Talk {reason=‸', 'price', '#> - [ ] Talk {reason=price'],
    [
      '#> - [ ] Talk {since=20‸24-Q1 due=2024-06-01}',
      '2024-Q2',
      '#> - [ ] Talk {since=2024-Q2 due=2024-06-01}',
    ],
    ['#> - [ ] Talk {due=‸}', '2024-05-31', '#> - [ ] Talk {due=2024-05-31}'],
    ['#> - [ ] Talk {control=‸}', '', ''],
  ])('%s takes %s', (line, label, after) => {
    if (label === '') expect(labels(note(line))).toEqual([]);
    else expect(taken(note(line), label)).toBe(after);
  });

  it('offers the attributes that the task does not have', () => {
    expect(labels(note(`#> - [ ] Talk {due=2024-06-01 ${CURSOR}}`))).toEqual([
      'since',
      'segment',
      'reason',
      'strategy',
      'control',
      'variant',
    ]);
  });

  it('offers all strategies with their titles, those that answer the biggest reason first', () => {
    const found = suggestions(note(`#> - [ ] Talk {strategy=${CURSOR}}`));
    expect(found.map(({ label }) => label).sort()).toEqual(
      strategies()
        .map(({ id }) => id)
        .sort(),
    );
    expect(found[0]!.documentation).toContain('price');
    expect(found.every(({ detail, filter }) => detail !== '' && filter.includes(detail))).toBe(true);
  });

  it.each(['#> Just text, as it ‸is', '#> - [ ] Talk ‸about it', '#> a {‸}'])(
    'says nothing at %s',
    (line) => {
      expect(labels(note(line))).toEqual([]);
    },
  );
});

describe('completion of an empty file', () => {
  it('offers settings and a table', () => {
    expect(labels(CURSOR)[0]).toBe('#---');
    expect(labels(`#---\n# retention: 1\n# delimiter: ';'\n#---\n${CURSOR}`)).toEqual([
      'period;start;new;lost;end',
      'period;segment;start;new;lost;end;note',
    ]);
  });
});

describe('completion anywhere', () => {
  it('says nothing in a cell of several lines', () => {
    expect(labels(`period,"a\nb${CURSOR}"\n2024,1\n`)).toEqual([]);
    expect(labels(`period,segment\n2024,SMB\n2025,"a\nb${CURSOR}"\n`)).toEqual([]);
  });

  it('replaces a part of the line that the cursor is in, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(wellFormedFile, nastyText), fc.nat(), (text, at) => {
        // VS Code knows two kinds of line endings.
        const plain = text.replace(/\r\n?/g, '\n');
        const offset = at % (plain.length + 1);
        const { line } = placeIn(plain.slice(0, offset) + CURSOR + plain.slice(offset));
        const notebook = LiveNotebook.open(plain, { today: 19_858 });
        for (const { range, label, text: written } of completionsAt(notebook, line, offset)) {
          expect(range.start).toBeGreaterThanOrEqual(line.start);
          expect(range.start).toBeLessThanOrEqual(offset);
          expect(range.end).toBeGreaterThanOrEqual(offset);
          expect(range.end).toBeLessThanOrEqual(line.start + line.text.length);
          expect(label).not.toBe('');
          expect(written).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
