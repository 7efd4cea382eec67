/** What docs/git.md tells people to set up, taken from the page and tried with real git. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../core/merge/scenarios';
import { TemporaryRepository } from '../host/git/temporaryRepository';
import { installCommandLine } from './installed';
import type { Installed } from './installed';

const page = readFileSync(resolve(__dirname, '../../../docs/git.md'), 'utf8');

/** The first block of code of a language that holds a text. */
function block(language: string, text: string): string {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1]!,
  );
  return blocks.find((code) => code.includes(text))!;
}

/** Files that both branches change, and what the merge leaves; `merged` of null is a conflict as git leaves it. */
interface Meeting {
  readonly name: string;
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
  readonly merged: string;
  readonly conflict: boolean;
}

const ROWS = 'period,start,new,lost,end\n2024-01,100,5,5,100\n2024-02,100,5,5,100\n';
const RUBBISH = '\0\u0001\u0002 no text';

const MEETINGS: readonly Meeting[] = [
  ...scenarios(),
  {
    name: 'both add the file',
    base: null,
    ours: ROWS,
    theirs: `${ROWS}2024-03,100,5,5,100\n`,
    merged: `${ROWS}2024-03,100,5,5,100\n`,
    conflict: false,
  },
  {
    name: 'another delimiter',
    base: ROWS,
    ours: ROWS.replace('2024-02,100,5,5,100', '2024-02,100,6,5,101'),
    theirs: `#---\n# retention: 1\n# delimiter: ';'\n#---\n${ROWS.replaceAll(',', ';')}`,
    merged: `#---\n# retention: 1\n# delimiter: ';'\n#---\n${ROWS.replaceAll(',', ';').replace('100;5;5;100\n2024-02;100;5;5;100', '100;5;5;100\n2024-02;100;6;5;101')}`,
    conflict: false,
  },
  {
    name: 'other columns',
    base: ROWS,
    ours: 'period,start,new,lost,end,note\n2024-01,100,5,5,100,x\n2024-02,100,5,5,100,\n',
    theirs: 'start,period,new,lost,end\n100,2024-01,5,5,100\n100,2024-02,6,5,101\n',
    merged: 'start,period,new,lost,end,note\n100,2024-01,5,5,100,x\n100,2024-02,6,5,101,\n',
    conflict: false,
  },
  {
    name: 'a quote that is never closed',
    base: ROWS,
    ours: `${ROWS}2024-03,"100,5,5,100\n`,
    theirs: ROWS.replace('2024-01,100', '2024-01,"100"'),
    merged: `${ROWS.replace('2024-01,100', '2024-01,"100"')}2024-03,"100,5,5,100\n`,
    conflict: false,
  },
  {
    name: 'rubbish on our side',
    base: ROWS,
    ours: RUBBISH,
    theirs: `${ROWS}2024-03,1,1,1,1\n`,
    merged: RUBBISH,
    conflict: true,
  },
];

const fileOf = ({ name }: Meeting): string => `${name.replaceAll(/[^a-z0-9]+/gi, ' ')}.retention`;

describe('docs/git.md', () => {
  let tools: Installed;
  let repository: TemporaryRepository;
  let merge: { code: number | null; out: string; err: string };

  const commitAll = (message: string, of: (meeting: Meeting) => string | null): void => {
    for (const meeting of MEETINGS) {
      const text = of(meeting);
      if (text !== null) repository.write(fileOf(meeting), text);
    }
    repository.git('add', '.');
    repository.git('commit', '--quiet', '--message', message);
  };

  /** One merge of two branches in which all scenarios are files, for a merge costs what a file costs. */
  beforeAll(async () => {
    tools = await installCommandLine();
    repository = new TemporaryRepository(tools.path);
    repository.write('.gitattributes', block('gitattributes', 'merge='));
    expect(repository.run('sh', '-ec', block('sh', 'merge.retention.driver'))).toMatchObject({
      code: 0,
      err: '',
    });
    commitAll('base', ({ base }) => base);
    repository.git('checkout', '--quiet', '-b', 'theirs');
    commitAll('theirs', ({ theirs }) => theirs);
    repository.git('checkout', '--quiet', 'main');
    commitAll('ours', ({ ours }) => ours);
    merge = repository.run('git', 'merge', 'theirs', '--message', 'merge');
  }, 120_000);
  afterAll(() => {
    repository.remove();
    tools.remove();
  });

  it.each(MEETINGS.map((meeting) => [meeting.name, meeting] as const))('merges: %s', (_, meeting) => {
    const name = fileOf(meeting);
    expect(readFileSync(join(repository.root, name), 'utf8')).toBe(meeting.merged);
    const unmerged = repository.git('diff', '--name-only', '--diff-filter=U').split('\n');
    expect(unmerged.includes(name)).toBe(meeting.conflict);
  });

  it('says what it could not merge, by name and line', () => {
    expect(merge.code).toBe(1);
    const said = merge.out + merge.err;
    expect(said).toContain('6 the same cell differently.retention: 1 conflict: 2024-03 · SMB (line 14).');
    expect(said).toContain(
      'a quote that is never closed.retention: Our version has a quote that is never closed',
    );
    expect(said).toContain('rubbish on our side.retention cannot be merged here, and git cannot either');
  });

  it('has a command to undo it, after which git merges lines', () => {
    const left = (): string =>
      repository.run('git', 'config', '--get-regexp', '^(merge|diff)\\.retention').out;
    expect(left()).toContain('retention merge %O');
    repository.git('merge', '--abort');
    expect(repository.run('sh', '-ec', block('sh', '--remove-section'))).toMatchObject({ code: 0, err: '' });
    expect(left()).toBe('');
    expect(repository.run('git', 'merge', 'theirs', '--message', 'merge').out).toContain('CONFLICT');
    repository.git('merge', '--abort');
    repository.run('sh', '-ec', block('sh', 'merge.retention.driver'));
  });

  it('compares rows with their figures, and tables on request', () => {
    repository.git('reset', '--quiet', '--hard');
    const name = repository.write('q.retention', 'period,start,new,lost,end\n2024-01,500,50,100,450\n');
    repository.git('add', 'q.retention');
    repository.git('commit', '--quiet', '--message', 'q');
    repository.write('q.retention', 'period,start,new,lost,end\n2024-01,500,50,75,475\n');
    const lines = repository.git('diff', '--', 'q.retention').replaceAll('\u202f', ' ');
    expect(lines).toContain('-2024-01 | start 500 | new 50 | lost 100 | end 450 | CRR 80.0 %\n');
    expect(lines).toContain('+2024-01 | start 500 | new 50 | lost 75 | end 475 | CRR 85.0 %\n');
    expect(repository.git('diff', '--no-textconv', '--', 'q.retention')).toContain('+2024-01,500,50,75,475');
    const external = block('sh', 'diff.external').split('\n')[0]!;
    const table = repository.run('sh', '-ec', external);
    expect(table.code).toBe(0);
    expect(table.out).toContain('a/q.retention → b/q.retention');
    expect(table.out).toMatch(/~ +2024-01 +lost 100 → 75, end 450 → 475 /);
    expect(repository.run('retention', 'diff', name, name)).toMatchObject({ code: 0 });
  });

  it('merges lines itself where there is no git', () => {
    const [base, ours, theirs] = [
      ROWS,
      `${ROWS}2024-02,1,1,1,1\n`,
      ROWS.replace('2024-01,100', '2024-01,101'),
    ].map((text, index) => repository.write(`without/${index}.retention`, text));
    const alone = repository.run('env', `PATH=${tools.folder}`, 'retention', 'merge', base!, ours!, theirs!);
    expect(alone).toMatchObject({ code: 0 });
    expect(readFileSync(ours!, 'utf8')).toBe(
      `${ROWS.replace('2024-01,100', '2024-01,101')}2024-02,1,1,1,1\n`,
    );
  });
});
