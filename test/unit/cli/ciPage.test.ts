/** What docs/ci.md tells people to copy, taken from the page and run. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TemporaryRepository } from '../host/git/temporaryRepository';
import { installCommandLine } from './installed';
import type { Installed } from './installed';

const root = resolve(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');

const GOOD = 'period,start,new,lost,end\n2024-01,500,50,100,450\n';
const BAD = 'period,start,new,lost,end\n2024-01,500,50,many,450\n';

/** The blocks of code of a language under a heading. */
function blocks(heading: string, language: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1]!,
  );
}

describe('docs/ci.md', () => {
  let tools: Installed;
  let repository: TemporaryRepository;

  beforeAll(async () => {
    tools = await installCommandLine();
  });
  afterAll(() => tools.remove());
  beforeEach(() => {
    repository = new TemporaryRepository(tools.path);
  });
  afterEach(() => repository.remove());

  it('has a hook that refuses a commit with errors, as it is staged', () => {
    const [hook] = blocks('Before each commit', 'sh');
    repository.write('.git/hooks/pre-commit', hook!, 0o755);
    repository.write('data/a b.retention', BAD);
    repository.write('notes.md', 'many');
    repository.git('add', '.');
    const refused = repository.run('git', 'commit', '--message', 'bad');
    expect(refused.code).toBe(1);
    expect(refused.out + refused.err).toContain('data/a b.retention:2:16: error R411');
    // Mended in the folder, but not staged: what would be committed is still bad.
    repository.write('data/a b.retention', GOOD);
    expect(repository.run('git', 'commit', '--message', 'still bad').code).toBe(1);
    repository.git('add', '.');
    expect(repository.run('git', 'commit', '--message', 'good').code).toBe(0);
    // Staged well, spoilt in the folder, and a commit without such files: both pass.
    repository.commit('again', 'data/a b.retention', `${GOOD}2024-02,450,0,0,450\n`);
    repository.write('data/a b.retention', BAD);
    repository.write('notes.md', 'other');
    expect(repository.run('git', 'commit', '--message', 'notes', 'notes.md').code).toBe(0);
    repository.git('rm', '--quiet', '--force', 'data/a b.retention');
    expect(repository.run('git', 'commit', '--message', 'removed').code).toBe(0);
  });

  it('has an entry for the pre-commit framework that calls what there is with the files', () => {
    const [configuration] = blocks('Before each commit', 'yaml');
    const { repos } = parse(configuration!) as { repos: { hooks: { entry: string; files: string }[] }[] };
    const { entry, files } = repos[0]!.hooks[0]!;
    expect(new RegExp(files).test('data/a.retention')).toBe(true);
    repository.write('a.retention', BAD);
    repository.write('b.retention', GOOD);
    expect(repository.run('sh', '-c', `${entry} a.retention b.retention`).code).toBe(1);
    expect(repository.run('sh', '-c', `${entry} b.retention`).code).toBe(0);
  });

  it.each([
    [GOOD, 0],
    [BAD, 1],
  ])('has a workflow whose steps do what they say for %j', (text, code) => {
    const [workflow] = blocks('In a GitHub workflow', 'yaml');
    const { jobs } = parse(workflow!) as { jobs: { check: { steps: { name?: string; run?: string }[] } } };
    const stepNamed = (name: string) => jobs.check.steps.find((step) => step.name === name)!.run!;
    repository.write('data/2024/a.retention', text);
    const check = repository.run('bash', '-e', '-c', stepNamed('Check'));
    expect(check.code).toBe(code);
    expect(check.out).toMatch(
      code === 0
        ? /^::notice [^\n]*title=goal-not-judged::/m
        : /^::error file=data\/2024\/a.retention,line=2/m,
    );
    expect(repository.run('bash', '-e', '-c', stepNamed('Write the findings for code scanning')).code).toBe(
      0,
    );
    const sarif = join(repository.root, 'retention.sarif');
    expect(existsSync(sarif)).toBe(true);
    const { runs } = JSON.parse(readFileSync(sarif, 'utf8')) as { runs: { results: { ruleId: string }[] }[] };
    const rules = runs[0]!.results.map(({ ruleId }) => ruleId);
    expect(rules.includes('R411')).toBe(code === 1);
    const [elsewhere] = blocks('In a GitHub workflow', 'sh');
    expect(repository.run('sh', '-c', elsewhere!).code).toBe(code);
  });
});
