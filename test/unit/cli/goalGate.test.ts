import { describe, expect, it } from 'vitest';
import { plain, retention } from './helpers';

const HEADER = 'period,segment,start,new,lost,end,goal\n';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
}

/** Exit code and what the gate found in a file, without the problems of the file itself. */
async function gate(text: string): Promise<{ code: number; found: Found[] }> {
  const { code, out } = await retention(['check', '--fail-below-goal', '--json', 'a'], { a: text });
  const { files } = JSON.parse(out) as { files: { problems: Found[] }[] };
  const found = files[0]!.problems.filter((problem) => problem.code.includes('goal'));
  return { code, found: found.map((problem) => ({ ...problem, message: plain(problem.message) })) };
}

describe('retention check --fail-below-goal', () => {
  it('fails where the last complete period misses its goal, at its row', async () => {
    const { code, found } = await gate(`${HEADER}2024-Q3,,100,0,5,95,85%\n2024-Q4,,500,50,100,450,85%\n`);
    expect(code).toBe(1);
    expect(found).toMatchObject([
      {
        code: 'below-goal',
        severity: 'error',
        line: 3,
        message:
          'Retention of all customers in 2024-Q4 is 80.0 %, 5.0 points below the goal of 85.0 %: 25 customers short.',
      },
    ]);
  });

  it('passes when an earlier or a running period missed it, or it is reached exactly', async () => {
    const text = `${HEADER}2024-Q3,,100,0,50,50,85%\n2024-Q4,,100,0,15,85,85%\n2025-Q1,,100,0,90,10,85%\n`;
    expect(await gate(text)).toEqual({ code: 0, found: [] });
  });

  it('does not ask without the option', async () => {
    const text = `${HEADER}2024,,100,0,50,50,85%\n`;
    expect((await retention(['check', 'a'], { a: text })).code).toBe(0);
  });

  it('judges every segment that has the period, and no segment that ended before', async () => {
    const { code, found } = await gate(
      `#---\n# retention: 1\n# goal: 85%\n#---\n${HEADER}` +
        '2024-Q3,Closed,100,0,90,10,\n2024-Q4,SMB,100,0,20,80,\n2024-Q4,Enterprise,900,0,9,891,\n',
    );
    expect(code).toBe(1);
    expect(found).toMatchObject([{ code: 'below-goal', line: 7 }]);
    expect(found[0]!.message).toContain('segment “SMB” in 2024-Q4');
  });

  it('judges the sum of the segments, at the first row of the period', async () => {
    const { found } = await gate(
      `#---\n# retention: 1\n# goal: 85%\n#---\n${HEADER}2024-Q3,SMB,1,0,0,1,\n2024-Q4,SMB,100,0,20,80,\n2024-Q4,Big,100,0,20,80,\n`,
    );
    expect(found.map(({ line }) => line)).toEqual([7, 7, 8]);
    expect(found[0]!.message).toContain('all customers');
  });

  it.each([
    ['there is no goal', `${HEADER}2024,,100,0,50,50,\n`],
    ['there is no complete period', `${HEADER}2025,,100,0,50,50,85%\n`],
    ['2024 has no retention rate: ', `${HEADER}2024,,,5,,99,85%\n`],
    ['there is no complete period', ''],
  ])('says that it judged nothing because %s, and passes', async (why, text) => {
    const { found } = await gate(text);
    expect(found).toMatchObject([{ code: 'goal-not-judged', severity: 'info' }]);
    expect(found[0]!.message).toContain(why);
  });

  it('is an annotation like any other', async () => {
    const { out } = await retention(['check', '--fail-below-goal', '--format', 'github', 'a'], {
      a: `${HEADER}2024,,100,0,50,50,85%\n`,
    });
    expect(out).toMatch(
      /^::error file=a,line=2,endLine=2,col=1,endColumn=\d+,title=below-goal::Retention of all/m,
    );
  });
});
