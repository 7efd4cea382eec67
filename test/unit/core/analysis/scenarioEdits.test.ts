import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyseScenarios,
  applyEdits,
  LiveNotebook,
  scenarioEdits,
  whyNotWritten,
} from '../../../../src/core';
import type { ScenarioChange } from '../../../../src/core';
import { notebookOf, TODAY } from './notebooks';

const QUARTERS = ['period,start,new,lost,end', '2024-Q1,1000,50,100,950', '2024-Q2,950,100,95,955'];

interface Written {
  readonly segment?: string;
  readonly settings?: readonly string[];
  readonly notes?: readonly string[];
}

/** The lines of the file that are other or new after a scenario was written. */
function written(
  rows: readonly string[],
  changes: ScenarioChange[],
  { segment, ...options }: Written = {},
): string[] {
  const notebook = notebookOf(rows, options);
  const before = notebook.document.text.split('\n');
  const edits = scenarioEdits(notebook, segment ?? null, { name: 'A', changes });
  const after = applyEdits(notebook.document.text, edits).split('\n');
  return after.filter((line) => !before.includes(line));
}

const LOST: ScenarioChange = { period: '2024-Q4', field: 'lost', value: 20 };

describe('scenarioEdits', () => {
  it('adds a row for a changed period, and none for the others', () => {
    const notebook = notebookOf(QUARTERS, { notes: ['Good year'] });
    const edits = scenarioEdits(notebook, null, { name: 'A', changes: [LOST] });
    expect(edits).toHaveLength(1);
    expect(applyEdits(notebook.document.text, edits)).toBe(
      [...QUARTERS, '2024-Q4,932,72,20,', '#', '#> Good year', ''].join('\n'),
    );
  });

  it('writes every remaining period when all are changed', () => {
    expect(written(QUARTERS, [{ period: null, field: 'new', value: 0 }])).toEqual([
      '2024-Q3,955,0,96,',
      '2024-Q4,859,0,86,',
    ]);
  });

  it('changes the asked cells of a row that is there, and the end where it says one', () => {
    const rows = [...QUARTERS, '2024-Q3,955,10,50,', '2024-Q4,915,10,50,875'];
    expect(written(rows, [LOST])).toEqual(['2024-Q4,915,10,20,905']);
    expect(written(rows, [{ ...LOST, period: '2024-Q3' }])).toEqual(['2024-Q3,955,10,20,']);
    expect(written([...QUARTERS, '2024-Q4,915,10,,875'], [LOST])).toEqual(['2024-Q4,915,10,20,905']);
    expect(written(rows, [{ ...LOST, value: 50 }])).toEqual([]);
  });

  it('fills what a planned row needs to be calculated', () => {
    expect(written([...QUARTERS, '2024-Q4,,,,'], [LOST])).toEqual(['2024-Q4,932,72,20,']);
  });

  it('writes a goal as the file writes percentages, and no counts for it', () => {
    const rows = ['period;start;new;lost;goal', '2024-Q1;1000;50;100;85%', '2024-Q2;950;100;95;'];
    const goal: ScenarioChange = { period: '2024-Q4', field: 'goal', value: 82.5 };
    expect(written(rows, [goal], { settings: ["delimiter: ';'", "decimal: ','"] })).toEqual([
      '2024-Q4;;;;82,5%',
    ]);
  });

  it('adds a column that is missing, and nothing else to the other rows', () => {
    const lines = written(QUARTERS, [LOST, { period: '2024-Q4', field: 'goal', value: 90 }]);
    expect(lines).toEqual([
      'period,start,new,lost,end,goal',
      '2024-Q1,1000,50,100,950,',
      '2024-Q2,950,100,95,955,',
      '2024-Q4,932,72,20,,90%',
    ]);
  });

  it('puts a row of a segment among its own, or behind those of its period', () => {
    const header = 'period,segment,start,new,lost';
    const a = ['2024-Q1,A,100,0,10', '2024-Q2,A,90,0,9'];
    const b = ['2024-Q1,B,100,0,10', '2024-Q2,B,90,0,9'];
    const place = (rows: string[], segment: string): number => {
      const notebook = notebookOf([header, ...rows]);
      const edits = scenarioEdits(notebook, segment, {
        name: 'A',
        changes: [{ ...LOST, period: '2024-Q3' }],
      });
      return applyEdits(notebook.document.text, edits).split('\n').indexOf(`2024-Q3,${segment},81,0,20`);
    };
    expect(place([...a, ...b], 'A')).toBe(3);
    expect(place([...a, ...b], 'B')).toBe(5);
    expect(place([a[0]!, b[0]!, a[1]!, b[1]!], 'A')).toBe(5);
    expect(place([...a, '2024-Q4,A,70,0,1'], 'A')).toBe(3);
    expect(place([...a, 'soon,A,70,0,1'], 'A')).toBe(3);
  });

  it('keeps who comes back at the rate of before in the row', () => {
    const rows = ['period,start,new,lost,reactivated', '2024-Q2,100,0,10,10'];
    expect(written(rows, [{ ...LOST, period: '2024-Q3' }])).toEqual(['2024-Q3,100,0,20,10']);
  });

  it('says why it cannot write, and throws that', () => {
    const why = (rows: readonly string[], change: ScenarioChange, settings: string[] = []): string | null => {
      const notebook = notebookOf(rows, { settings });
      const scenario = { name: 'A', changes: [change] };
      const message = whyNotWritten(notebook, null, scenario);
      if (message !== null) expect(() => scenarioEdits(notebook, null, scenario)).toThrow(message);
      return message;
    };
    expect(why(QUARTERS, LOST)).toBeNull();
    expect(why(QUARTERS, { ...LOST, period: '2024-Q1' })).toMatch(/is complete/);
    expect(why(QUARTERS, { ...LOST, value: 9999 })).toMatch(/cannot be lost/);
    expect(why(['period'], LOST)).toMatch(/No period has ended/);
    expect(why(['period,segment,start,new,lost', '2024-Q1,A,1,0,0'], LOST)).toMatch(/Choose a segment/);
    const openQuote = ['period,start,new,lost', '2024-Q1,1000,50,100', '2024-Q2,950,100,95,"'];
    expect(why(openQuote, LOST)).toBeNull();
    expect(why(openQuote, { ...LOST, field: 'goal', value: 90 })).toMatch(/never closed.*Close it first/);
    const newer = LiveNotebook.open(`#---\n# retention: 9\n#---\n${QUARTERS.join('\n')}\n`, { today: TODAY });
    expect(whyNotWritten(newer, null, { name: 'A', changes: [LOST] })).toMatch(/read-only/);
  });

  it('is what the scenario said, once it is in the file', () => {
    const field = fc.constantFrom('new' as const, 'lost' as const, 'reactivated' as const);
    const change = fc.record({
      period: fc.constant('2024-Q4'),
      field,
      value: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, hasRow) => {
        const rows = hasRow ? [...QUARTERS, '2024-Q4,900,10,50,860'] : QUARTERS;
        const notebook = notebookOf(rows);
        const scenario = { name: 'A', changes };
        const expected = analyseScenarios(notebook, null, [scenario]).outcomes[0]!.periods;
        notebook.apply(scenarioEdits(notebook, null, scenario));
        const { periods } = analyseScenarios(notebook, null, []).baseline!;
        for (const { field: name } of changes)
          expect(periods[1]!.counts[name]).toBe(expected[1]!.counts[name]);
        expect(notebook.problems().filter(({ code }) => code === 'R501')).toEqual([]);
        expect(scenarioEdits(notebook, null, scenario)).toEqual([]);
      }),
    );
  });
});
