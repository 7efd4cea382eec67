import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, dayOf, LiveNotebook, SETTING_KEYS } from '../../../src/core';
import { hoverAt, rowHints } from '../../../src/language';
import { file } from '../core/live/generators';

const SETTINGS = '#---\n# retention: 1\n# goal: 85%\n# granularity: quarter\n#---\n';
const today = dayOf(2024, 11, 15);
const open = (text: string): LiveNotebook => LiveNotebook.open(text, { today });

/** What is said at the first place of a text, with plain spaces. */
function said(text: string, place: string): string {
  const hover = hoverAt(open(text), text.indexOf(place));
  return (hover?.markdown ?? '').replaceAll('\u202f', ' ');
}

function labels(text: string, range = { start: 0, end: text.length }): readonly string[] {
  return rowHints(open(text), range).map(({ label }) => label.replaceAll('\u202f', ' '));
}

describe('hover on a row', () => {
  it('writes the calculation out with its numbers', () => {
    const text = `${SETTINGS}period,segment,start,new,lost,end\n2024-Q2,SMB,500,50,100,450\n`;
    expect(said(text, '500,').split(/\n\n| {2}\n/)).toEqual([
      '**2024-Q2** · SMB · 2024-04-01 to 2024-06-30',
      'Retention: (450 − 50) / 500 = **80.0 %**',
      '95 % interval: 76.3 % to 83.3 %',
      'Churn: 100 / 500 = 20.0 %',
      'Goal 85.0 %: −5.0 pt, 25 customers short, it allows 75 lost',
    ]);
    expect(hoverAt(open(text), text.indexOf('500,'))?.range).toEqual({
      start: text.indexOf('500,'),
      end: text.indexOf('500,') + 3,
    });
  });

  it.each([
    ['classic', '500,50,100,457,7', '(457 − 50 − 7) / 500 = **80.0 %**'],
    ['with-reactivated', '500,50,100,457,7', '(457 − 50) / 500 = **81.4 %**'],
    ['lost', '500,50,100,457,7', '(500 − 100) / 500 = **80.0 %**'],
    ['classic', '500,,100,,', '(500 − 100) / 500 = **80.0 %**'],
    ['with-reactivated', '500,,100,,7', '(500 − 100 + 7) / 500 = **81.4 %**'],
  ])('counts by the method %s from %s', (method, counts, expected) => {
    const text = `#---\n# method: ${method}\n#---\nperiod,start,new,lost,end,reactivated\n2024-Q2,${counts}\n`;
    expect(said(text, '2024')).toContain(`Retention: ${expected}`);
  });

  it('says what follows from what', () => {
    const header = 'period,start,new,lost,end,reactivated\n';
    expect(said(`${header}2024,500,50,100,,3\n`, '2024')).toContain(
      'End follows from the others: 500 + 50 + 3 − 100 = 453',
    );
    expect(said(`${header}2024,,50,100,450,\n`, '2024')).toContain(
      'Start follows from the others: 450 + 100 − 50 = 500',
    );
    expect(said(`${header}2024,5,50,,450,\n`, '2024')).toContain(
      'Lost does not follow from the others. Lost would be −395',
    );
  });

  it('gives the reason where there is no number', () => {
    const header = 'period,start,new,lost,end\n';
    expect(said(`${header}2024,0,5,0,5\n`, '2024')).toContain('Retention: – Start is 0');
    expect(said(`${header}2024,100,,,99\n`, '2024')).toContain('99 / 100 = 99.0 %');
    expect(said(`${SETTINGS}${header}2024-Q4,100,0,1,99\n`, '2024')).toMatch(
      /not ended yet\n[^]*not judged before the period has ended/,
    );
  });

  it('is about revenue, answers or reasons in their columns', () => {
    const text =
      '#---\n# currency: EUR\n#---\nperiod,start,lost,start_mrr,new_mrr,expansion,contraction,churned_mrr,promoters,passives,detractors,reason_price,note\n' +
      '2024,100,20,1000,200,50,30,100.5,60,25,15,5,see\n';
    expect(said(text, '1000,')).toContain(
      'Gross revenue retention (GRR): (1 000 − 30 − 100.50) / 1 000 = **87.0 %**',
    );
    expect(said(text, '1000,')).toContain('= **1 119.50 EUR**');
    expect(said(text, '60,25')).toContain('100 · (60 − 15) / (60 + 25 + 15) = **45.0**');
    expect(said(text, '5,see')).toContain('5 of 20 lost customers: 25.0 %');
    expect(said(text, 'see')).toContain('Retention: (100 − 20) / 100 = **80.0 %**');
  });

  it('shows texts of the file as they are', () => {
    const text = 'period,segment,start,lost\n2024,"[x](command:evil) <b>*",100,1\n';
    expect(said(text, '2024')).toContain('\\[x\\](command:evil) \\<b>\\*');
  });
});

describe('hover on the head of the file', () => {
  const text = `${SETTINGS.replace('#---\np', '# label_start: Begin\n# x_own: 1\n#---\np')}period,start,price\n`;

  it('tells what a column means and which metrics read it', () => {
    expect(said(text, 'start,price')).toMatch(
      /^\*\*start\*\*: Customers at the beginning[^]*Read by: Customer retention/,
    );
    expect(said(text, 'price')).toContain('column of your own');
  });

  it('tells what a setting means, and what a goal is per year', () => {
    expect(said(text, 'goal')).toContain('per period');
    expect(said(text, '85%')).toContain('85.0 % per quarter is 52.2 % per year.');
    for (const key of SETTING_KEYS) {
      expect(said(`#---\n# ${key}: \n#---\n`, key)).toMatch(
        new RegExp(`^\\*\\*${key}\\*\\*: [A-Z][^]*It must be`),
      );
    }
    expect(said('#---\n# label_start: Begin\n# x_own: 1\n#---\n', 'label')).toContain('instead of the name');
    expect(said('#---\n# label_start: Begin\n# x_own: 1\n#---\n', 'x_own')).toContain('of your own');
  });

  it('says nothing elsewhere', () => {
    expect(hoverAt(open(`${text}#> ## Notes\n`), text.length + 4)).toBeNull();
    expect(hoverAt(open(text), 0)).toBeNull();
  });
});

describe('hover anywhere', () => {
  it('never fails, and stays inside the text', () => {
    fc.assert(
      fc.property(file, fc.nat(), (source, place) => {
        const offset = place % (source.length + 1);
        const hover = hoverAt(open(source), offset);
        if (hover === null) return;
        expect(hover.range.start <= offset && offset <= hover.range.end).toBe(true);
        expect(hover.markdown).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });

  it('writes out metrics of the catalogue only', async () => {
    const { CALCULATIONS } = await import('../../../src/language/hover/calculation');
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(CALCULATIONS)));
  });
});

describe('hints at line ends', () => {
  it('show rate, gap and missing customers', () => {
    const text = `${SETTINGS}period,start,new,lost,end\n2024-Q1,100,15,10,105\n2024-Q2,500,50,100,450\n2024-Q4,450,,10,\n`;
    expect(labels(text)).toEqual(['90.0 % · +5.0 pt', '80.0 % · −5.0 pt · 25 short', '97.8 % so far']);
  });

  it('show that there is no rate, but nothing for a row still to be typed', () => {
    const text = 'period,start,new,lost,end\n2024-Q1,0,15,10,5\n2024-Q2,,,,\n2024-Q3\n';
    expect(labels(text)).toEqual(['–']);
  });

  it('are made for the rows asked about only', () => {
    const text = 'period,start,lost\n2021,100,1\n2022,100,2\n2023,100,3\n';
    const start = text.indexOf('2022');
    expect(labels(text, { start, end: start + 4 })).toEqual(['98.0 %']);
    expect(rowHints(open(text), { start, end: start })[0]).toMatchObject({
      row: 1,
      offset: text.indexOf('\n2023'),
    });
  });
});
