import { describe, expect, it } from 'vitest';
import { retention } from './helpers';

const SOURCE = 'Maand;Nieuw;Weg;MRR\nJan-24;1.200;x;5,5\n';
const FILE = `#---
# retention: 1
# goal: 85%
# delimiter: ';'
# decimal: ','
#---
period;start;lost;start_mrr;Team
2024-Q1;100;10;1250,50;=1+1
#> a note
#> and another
`;

describe('retention convert --to retention', () => {
  it('makes a file on standard output, and says on the error stream what was done and not understood', async () => {
    const { code, out, err } = await retention(['convert', 'a.csv', '--to', 'retention'], {
      'a.csv': SOURCE,
    });
    expect(code).toBe(1);
    expect(out).toBe('#---\n# retention: 1\n#---\nperiod,new,Weg,MRR\n2024-01,1.200,x,"5,5"\n');
    expect(err.split('\n')).toEqual([
      'retention: a.csv: Rows: 1. Columns: 4. Delimiter: semicolon.',
      'retention: a.csv: “Maand” is the column “period” now, as its cells are periods.',
      'retention: a.csv: “Nieuw” is the column “new” now.',
      'retention: a.csv: Kept as columns of your own: “Weg”, “MRR”.',
      'retention: a.csv: “period”: written in the format’s way: 1, such as 2024-01 for “Jan-24”.',
      'retention: a.csv: “new”: left as it is, for it may be 1.200 or 1200: “1.200” (line 2). Say which decimal sign is meant.',
      '',
    ]);
  });

  it('takes what the user knows better, and ends with 0 when all is understood', async () => {
    const options = [
      '--decimal',
      ',',
      '--column',
      'mrr=start_mrr',
      '--column',
      'Nieuw=',
      '--column',
      'WEG=reason_Price',
    ];
    const { code, out } = await retention(['convert', '-', '--to', 'retention', ...options], {
      '-': SOURCE.replace(';x;', ';7;'),
    });
    expect([code, out]).toEqual([
      0,
      '#---\n# retention: 1\n#---\nperiod,Nieuw,reason_price,start_mrr\n2024-01,1.200,7,5.5\n',
    ]);
    const dated = ['convert', '-', '--to', 'retention', '--dates', 'month-day', '--delimiter', 'bar'];
    expect((await retention(dated, { '-': 'period|start\n03/04/2024|5\n' })).out).toContain(
      '\n2024-03-04,5\n',
    );
  });

  it('leaves a file of the format as it is', async () => {
    const { code, out, err } = await retention(['convert', 'a', '--to', 'retention'], { a: FILE });
    expect([code, out]).toEqual([0, FILE]);
    expect(err).toBe('retention: a: It is a .retention file already and stays as it is.\n');
  });

  it('reads UTF-16 by its mark, and other encodings when they are named', async () => {
    const text = 'kausi\tMål\n2024\t85%\n';
    const latin = Array.from(text, (sign) => sign.charCodeAt(0));
    const utf16 = new Uint8Array([0xff, 0xfe, ...latin.flatMap((code) => [code, 0])]);
    const argv = ['convert', 'a', '--to', 'retention'];
    const table = '#---\n# retention: 1\n#---\nperiod,goal\n2024,85%\n';
    expect(await retention(argv, { a: utf16 })).toMatchObject({ code: 0, out: table });
    expect(
      await retention([...argv, '--encoding', 'windows-1252'], { a: new Uint8Array(latin) }),
    ).toMatchObject({
      code: 0,
      out: table,
    });
    const refused = await retention(argv, { a: new Uint8Array(latin) });
    expect([refused.code, refused.out]).toEqual([3, '']);
    expect(refused.err).toBe('retention: a is not UTF-8; say what it is, such as --encoding windows-1252.\n');
    expect((await retention([...argv, '--encoding', 'nonsense'], { a: new Uint8Array(latin) })).code).toBe(2);
  });
});

describe('retention convert --to csv', () => {
  it('writes the columns of the file, and says what CSV has no place for', async () => {
    const { code, out, err } = await retention(['convert', 'a', '--to', 'csv'], { a: FILE });
    expect([code, out]).toEqual([0, "period,start,lost,start_mrr,Team\n2024-Q1,100,10,1250.50,'=1+1\n"]);
    expect(err).toBe('retention: a: CSV has no place for 3 settings and 2 lines of notes.\n');
  });

  it('adds what is calculated, and writes for a spreadsheet with decimal commas', async () => {
    const argv = ['convert', 'a', '--to', 'csv', '--figures', '--delimiter', 'semicolon', '--decimal', ','];
    const { out } = await retention(argv, { a: FILE });
    expect(out).toMatch(/^period;start;lost;start_mrr;Team;derived;incomplete;crr;churn;/);
    expect(out).toContain(`\n2024-Q1;100;10;"1250,50";'=1+1;;false;"0,9";"0,1";`);
  });
});

describe('the file that retention convert writes', () => {
  it('is written anew, and replaced only when that is said', async () => {
    const written: Record<string, string> = {};
    const files = { 'a.retention': FILE, 'there.csv': 'precious' };
    const made = await retention(['convert', 'a.retention', '--out', 'new.csv'], files, { written });
    expect([made.code, made.out, Object.keys(written)]).toEqual([0, '', ['new.csv']]);
    expect(written['new.csv']).toContain('\n2024-Q1,100,10,');
    const refused = await retention(['convert', 'a.retention', '--out', 'there.csv'], files, { written });
    expect([refused.code, refused.err]).toEqual([
      2,
      'retention: there.csv exists already. --force replaces it.\n',
    ]);
    expect(Object.keys(written)).toEqual(['new.csv']);
    await retention(['convert', 'a.retention', '-o', 'there.csv', '--force'], files, { written });
    expect(Object.keys(written)).toEqual(['new.csv', 'there.csv']);
  });

  it('is said when it cannot be written', async () => {
    const { code, err } = await retention(['convert', 'a', '--out', 'b.csv'], { a: FILE });
    expect([code, err]).toEqual([
      3,
      'retention: cannot write b.csv: you may not read it; change its permissions.\n',
    ]);
  });

  it.each([
    [['convert'], 2, 'Name one file to convert'],
    [['convert', 'a', 'b', '--to', 'csv'], 2, 'Name one file to convert'],
    [['convert', 'a'], 2, 'Say what to make: --to csv or --to retention.'],
    [['convert', 'a', '--to', 'xlsx'], 2, '--to xlsx: write one of csv, retention.'],
    [['convert', 'a', '--to', 'csv', '--column', 'a=b'], 2, '--column is not for --to csv.'],
    [['convert', 'a', '--to', 'retention', '--figures'], 2, '--figures is not for --to retention.'],
    [['convert', 'a', '--to', 'csv', '--delimiter', 'bar'], 2, '--delimiter bar is only for --to retention.'],
    [['convert', 'a', '--to', 'csv', '--delimiter', 'x'], 2, 'write one of comma, semicolon, tab, bar.'],
    [['convert', 'a', '--to', 'csv', '--decimal', 'x'], 2, '--decimal x: write one of ., ,.'],
    [['convert', 'a', '--to', 'retention', '--column', 'Team'], 2, 'write it as NAME=COLUMN'],
    [
      ['convert', 'b', '--to', 'retention', '--column', 'x=start'],
      2,
      'no column “x”. The columns are Maand, Nieuw',
    ],
    [['convert', 'b', '--to', 'retention', '--column', 'Weg=gone'], 2, '“gone” is no column of the format'],
    [['convert', 'missing', '--to', 'csv'], 3, 'cannot read missing: there is no such file.'],
    [['convert', 'missing', '--to', 'retention'], 3, 'cannot read missing: there is no such file.'],
  ])('%j exits with %i and says why', async (argv, exitCode, message) => {
    const { code, out, err } = await retention(argv, { a: FILE, b: SOURCE });
    expect([code, out]).toEqual([exitCode, '']);
    expect(err).toContain(message);
  });
});
