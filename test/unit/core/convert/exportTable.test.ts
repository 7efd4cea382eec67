import { describe, expect, it } from 'vitest';
import { exportTable, LiveNotebook } from '../../../../src/core';
import type { ExportOptions } from '../../../../src/core';

function exported(text: string, options?: ExportOptions): string[] {
  const result = exportTable(LiveNotebook.open(text, { today: 20_089 }), options);
  return result.text.split('\n').slice(0, -1);
}

const FILE = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  "# delimiter: ';'",
  "# decimal: ','",
  '#---',
  'period;start;lost;start_mrr;Team;goal',
  '2024-Q1;100;10;1250,50;1,5;82,5 %',
  '2024-Q2;0;;x,y;"=1+1";',
  '#> a note',
  '',
].join('\n');

describe('exportTable', () => {
  it('writes every column as it is, numbers with a point, and no formula', () => {
    expect(exported(FILE)).toEqual([
      'period,start,lost,start_mrr,Team,goal',
      '2024-Q1,100,10,1250.50,"1,5",82.5 %',
      `2024-Q2,0,,"x,y",'=1+1,`,
    ]);
  });

  it('writes another delimiter and decimal sign when asked', () => {
    expect(exported(FILE, { delimiter: ';', decimal: ',' }).slice(1)).toEqual([
      '2024-Q1;100;10;"1250,50";"1,5";"82,5 %"',
      `2024-Q2;0;;"x,y";'=1+1;`,
    ]);
    expect(exported('period,start\n2024,5\n', { delimiter: '\t' })).toEqual(['period\tstart', '2024\t5']);
  });

  it('writes what is calculated behind the columns, with the reason for what is not', () => {
    const [header, first, second] = exported(FILE, { figures: true });
    expect(header).toBe(
      'period,start,lost,start_mrr,Team,goal,derived,incomplete,crr,churn,endStartRatio,netGrowth,goal_2,gapPoints,' +
        'customersShort,lossAllowance,wilsonLow,wilsonHigh,reason',
    );
    expect(first).toMatch(/^2024-Q1,.*,82\.5 %,,false,0\.9,0\.1,,,0\.825,7\.5,0,17,0\.8\d+,0\.9\d+,$/);
    expect(second).toMatch(/,false,,.*,start-is-zero$/);
    expect(exported(FILE, { figures: true, delimiter: ';', decimal: ',' })[1]).toContain(
      ';false;"0,9";"0,1";',
    );
  });

  it('keeps cells beyond the header, short rows, and blank lines of one column', () => {
    expect(exported('period,start\n2024,5,x,y\n2025\n')).toEqual([
      'period,start,column_3,column_4',
      '2024,5,x,y',
      '2025,,,',
    ]);
    expect(exported('period\n""\n')).toEqual(['period', '""']);
  });

  it('says what has no place in a table', () => {
    expect(exportTable(LiveNotebook.open(FILE))).toMatchObject({ settings: 3, noteLines: 1 });
    expect(exportTable(LiveNotebook.open(''))).toEqual({ text: '', settings: 0, noteLines: 0 });
  });
});
