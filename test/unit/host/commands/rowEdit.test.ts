import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, dayOf, english, parseDocument, parseQuickInput } from '../../../../src/core';
import type { QuickInterpretation } from '../../../../src/core';
import { fitsRow, planRow, proposePeriod, whyNotAt } from '../../../../src/host/commands/quick/rowEdit';

const t = english;
const TODAY = dayOf(2024, 5, 17);

function read(input: string): QuickInterpretation {
  const reading = parseQuickInput(input);
  if (reading.status !== 'read') throw new Error(input);
  return reading.interpretation;
}

/** The file after a calculation was added to it. */
function added(file: string, input: string, period: string, segment = ''): string {
  const plan = planRow(parseDocument(file), read(input), { period, segment }, t);
  if ('message' in plan) throw new Error(plan.message);
  return applyEdits(file, plan.edits);
}

function refusal(file: string, input: string, period: string, segment = ''): string {
  const plan = planRow(parseDocument(file), read(input), { period, segment }, t);
  if (!('message' in plan)) throw new Error('It was not refused.');
  return plan.message;
}

const FILE = 'period,start,new,lost,end,goal\n2024-Q1,100,15,10,105,\n';

describe('adding a calculation to a file', () => {
  it('appends a row and changes nothing else', () => {
    expect(added(FILE, '500 +50 -100', '2024-Q2')).toBe(`${FILE}2024-Q2,500,50,100,,\n`);
    expect(added(FILE, '500 +50 -100 goal 82.5%', '2024-Q2')).toBe(`${FILE}2024-Q2,500,50,100,,82.5%\n`);
    expect(added(`${FILE}#\n#> Notes\n`, '500 +50 -100', '2024-Q2')).toBe(
      `${FILE}2024-Q2,500,50,100,,\n#\n#> Notes\n`,
    );
  });

  it('says where the new row is', () => {
    expect(
      planRow(parseDocument(FILE), read('500 +50 -100'), { period: '2024-Q2', segment: '' }, t),
    ).toMatchObject({
      row: 1,
      column: 'start',
    });
  });

  it('fills the row of the period where its counts are still blank', () => {
    const blank = 'period,start,new,lost,end,note\n2024-01,,,,,"call them"\n';
    expect(added(blank, '500 +50 -100', '2024-01')).toBe(
      'period,start,new,lost,end,note\n2024-01,500,50,100,,"call them"\n',
    );
  });

  it('never writes over numbers', () => {
    expect(refusal(FILE, '500 +50 -100', '2024-Q1')).toBe('Row 1 already has numbers for 2024-Q1.');
    const document = parseDocument('period,segment,lost\n2024,SMB,5\n');
    expect(whyNotAt(document, { period: '2024', segment: 'SMB' }, t)).toMatch(/2024 · SMB/);
    expect(whyNotAt(document, { period: '2024', segment: '' }, t)).toBeNull();
  });

  it('writes what follows from the counts where the file lacks a column for them', () => {
    const short = 'period,start,new,end\n';
    expect(added(short, '500 +50 -100', '2024')).toBe(`${short}2024,500,50,450\n`);
    expect(refusal('period,start,new\n', '500 +50 -100', '2024')).toMatch(/no column “lost”/);
    expect(refusal('start,new,lost\n', '500 +50 -100', '2024')).toMatch(/no column “period”/);
    expect(refusal('period,start,new,lost\n', '500 +50 -100 goal 85%', '2024')).toMatch(/no column “goal”/);
  });

  it('does not repeat the goal of the file', () => {
    const file = '#---\n# retention: 1\n# goal: 85%\n#---\nperiod,start,new,lost\n';
    expect(added(file, '500 +50 -100 goal 85%', '2024')).toBe(`${file}2024,500,50,100\n`);
  });

  it('keeps the delimiter, the decimal sign and the line ends of the file', () => {
    const file = "#---\r\n# delimiter: ';'\r\n# decimal: ','\r\n#---\r\nperiod;start;new;lost;goal\r\n";
    expect(added(file, '500 +50 -100 goal 82.5%', '2024')).toBe(`${file}2024;500;50;100;82,5%\r\n`);
  });

  it('writes shares as what they mean', () => {
    const file = 'period,segment,start,lost,returning\n';
    expect(added(file, '900 of 2000 returned', '2024', 'SMB')).toBe(`${file}2024,SMB,2000,,900\n`);
    expect(added(file, '900 of 2000 kept', '2024')).toBe(`${file}2024,,2000,1100,\n`);
    expect(added(file, '100 of 500 lost', '2024')).toBe(`${file}2024,,500,100,\n`);
    expect(fitsRow(read('900 of 2000'))).toBe(false);
    expect(fitsRow(read('churn 5%'))).toBe(false);
    expect(fitsRow(read('goal 85%'))).toBe(false);
    expect(fitsRow(read('500'))).toBe(true);
  });

  it('begins the table of an empty file', () => {
    const document = parseDocument(added('', '500 +50 -100', '2024'));
    expect([document.number(0, 'start'), document.number(0, 'lost')]).toEqual([500, 100]);
  });

  it('is what the file says afterwards', () => {
    const count = fc.option(fc.nat({ max: 9999 }), { nil: null });
    fc.assert(
      fc.property(count, count, count, count, (start, joined, lost, end) => {
        const counts = { start, new: joined, lost, end, reactivated: null };
        const interpretation = { kind: 'counts', counts, goal: null, span: null, period: null } as const;
        const document = parseDocument(FILE);
        const plan = planRow(document, interpretation, { period: '2024-Q2', segment: '' }, t);
        if ('message' in plan) throw new Error(plan.message);
        const after = parseDocument(applyEdits(FILE, plan.edits));
        expect(after.rowCount).toBe(2);
        for (const name of ['start', 'new', 'lost', 'end'] as const)
          expect(after.number(1, name)).toBe(counts[name]);
      }),
    );
  });
});

describe('the proposed period', () => {
  it.each([
    ['after the last row', FILE, '', '2024-Q2'],
    ['of a last row that is still blank', `${FILE}2024-Q2,,,,,\n`, '', '2024-Q2'],
    ['that is over, in an empty file', '', '', '2024-04'],
    ['that is over, of the length set', '#---\n# granularity: quarter\n#---\nperiod,start\n', '', '2024-Q1'],
    ['of the segment', 'period,segment,start\n2024-01,A,5\n2024-01,B,5\n2024-02,A,5\n', 'B', '2024-02'],
    ['that is over, of a new segment', 'period,segment,start\n2024-01,A,5\n', 'C', '2024-04'],
    ['none after what is no period', 'period,start\nspring,5\n', '', ''],
  ])('is the one %s', (_name, file, segment, expected) => {
    expect(proposePeriod(parseDocument(file), read('500 +50 -100'), segment, TODAY)).toBe(expected);
  });

  it('is the one that was said', () => {
    expect(proposePeriod(parseDocument(FILE), read('2030-Q1 500 50 100'), '', TODAY)).toBe('2030-Q1');
  });
});
