import { describe, expect, it } from 'vitest';
import { plain, retention } from './helpers';

const convert = async (text: string | Uint8Array): Promise<string> => {
  const { code, out } = await retention(['textconv', 'file'], { file: text });
  expect(code).toBe(0);
  return plain(out);
};

describe('retention textconv', () => {
  const file =
    '#---\n# retention: 1\n# goal: 85%\n#---\nperiod,segment,start,new,lost,end,note\n2024-01,A,500,50,100,450,"two\nlines"\n2099-01,,0,,,,\n#> note\n';

  it('writes a line for each row, with blank cells left out and figures at the end', async () => {
    expect(await convert(file)).toBe(
      [
        'retention: 1',
        'goal: 85%',
        'columns: period, segment, start, new, lost, end, note',
        '',
        '2024-01 · A | start 500 | new 50 | lost 100 | end 450 | note two lines | CRR 80.0 %, gap −5.0 pt',
        '2099-01 | start 0 | CRR –, gap –',
        '',
        'note',
        '',
      ].join('\n'),
    );
  });

  it('changes no row for a new column that is blank, or for the day on which it runs', async () => {
    const wider = file
      .replace('note\n2024', 'note,owner\n2024')
      .replace('lines"', 'lines",')
      .replace(',,,,\n', ',,,,,\n');
    const rows = (text: string): string[] => text.split('\n').filter((line) => /^20/.test(line));
    expect(rows(await convert(wider))).toEqual(rows(await convert(file)));
    expect(rows(await convert(file.replace('2099-01,,0,,,,', '2099-01,,10,0,1,9,')))[1]).toContain(
      'gap +5.0 pt',
    );
  });

  it.each([
    ['conflict markers', 'period\n<<<<<<< a\n2024\n=======\n>>>>>>> b\n'],
    ['no table', '# nothing\n'],
    ['no periods', 'a,b\n1,2\n'],
    ['an open quote', 'period,a\n2024,"x\n'],
    ['nothing', ''],
  ])('writes a file with %s as it is', async (_, text) => {
    expect(await convert(text)).toBe(text);
  });

  it('writes rubbish without what acts on a terminal', async () => {
    expect(await convert(new Uint8Array([0x61, 0xff, 0x1b, 0x00, 0x0a]))).toBe('a\ufffd\ufffd\ufffd\n');
  });

  it('refuses anything but one file', async () => {
    expect(await retention(['textconv'])).toMatchObject({ code: 2 });
    expect(await retention(['textconv', 'none'])).toMatchObject({
      code: 3,
      err: 'retention: cannot read none: there is no such file.\n',
    });
  });
});
