import { describe, expect, it } from 'vitest';
import { LiveNotebook, dayOf, parsePeriod, parseQuickInput } from '../../../../src/core';
import { newFilePeriod, newFileText } from '../../../../src/host/commands/quick/newFileText';

function open(text: string): LiveNotebook {
  return LiveNotebook.open(text, { today: dayOf(2024, 5, 17) });
}

function fileOf(input: string | null): string {
  const reading = input === null ? null : parseQuickInput(input);
  if (reading !== null && reading.status !== 'read') throw new Error(input ?? '');
  return newFileText({
    title: "Acme's retention",
    granularity: 'quarter',
    period: '2024-Q1',
    interpretation: reading?.interpretation ?? null,
  });
}

describe('a new file', () => {
  it('is ready to be filled', () => {
    expect(fileOf(null)).toBe(
      [
        '#---',
        '# retention: 1',
        "# title: 'Acme''s retention'",
        '# granularity: quarter',
        '#---',
        'period,start,new,lost,end,reactivated,goal,note',
        '2024-Q1,,,,,,,',
        '',
      ].join('\n'),
    );
    const { document, problemCounts } = open(fileOf(null));
    expect(document.settings.title).toBe("Acme's retention");
    expect(document.granularity).toBe('quarter');
    expect(problemCounts.error + problemCounts.warning).toBe(0);
  });

  it('holds the calculation it was made of', () => {
    const notebook = open(fileOf('500 +50 -100 goal 82.5%'));
    expect(notebook.row(0)).toMatchObject({
      start: 500,
      new: 50,
      lost: 100,
      end: 450,
      derived: ['end'],
      crr: { value: 0.8 },
    });
    expect(notebook.document.settings.goal?.share).toBe(0.825);
    expect(notebook.problemCounts.error + notebook.problemCounts.warning).toBe(0);
  });

  it('gets a column for customers who returned', () => {
    const { document } = open(fileOf('900 of 2000 returned'));
    expect([document.number(0, 'start'), document.number(0, 'returning')]).toEqual([2000, 900]);
  });
});

describe('the period of a new file', () => {
  it.each([
    ['500 50 100', 'month', '2024-04'],
    ['500 50 100 per quarter', 'quarter', '2024-Q1'],
    ['2023-W05 500 50 100', 'week', '2023-W05'],
    ['500 50 100 in 30 days', 'custom', '2024-04-17/P30D'],
    ['500 50 100 in 2 weeks', 'custom', '2024-04-29/P2W'],
    ['500 50 100 in 2 months', 'custom', '2024-03-01/P2M'],
    ['500 50 100 in 2 quarters', 'custom', '2023-10-01/P6M'],
    ['500 50 100 in 2 years', 'custom', '2022-01-01/P2Y'],
  ])('of “%s” is a %s: %s', (input, granularity, period) => {
    const today = dayOf(2024, 5, 17);
    const reading = parseQuickInput(input);
    if (reading.status !== 'read') throw new Error(input);
    expect(newFilePeriod(reading.interpretation, 'month', today)).toEqual({ granularity, period });
    expect(parsePeriod(period)?.lastDay).toBeLessThan(today);
  });

  it('has the length that was chosen', () => {
    expect(newFilePeriod(null, 'year', dayOf(2024, 5, 17))).toEqual({ granularity: 'year', period: '2023' });
  });
});
