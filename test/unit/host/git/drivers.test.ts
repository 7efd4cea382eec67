/** The lines of set-up, given to real git. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DriverPart } from '../../../../src/host/git/drivers';
import { ATTRIBUTE_LINES, configurationLines } from '../../../../src/host/git/drivers';
import { withLines } from '../../../../src/host/git/markedLines';
import { TemporaryRepository } from './temporaryRepository';

const HEADER = 'period,start,new,lost,end\n';
const BASE = `${HEADER}2024-01,100,0,10,90\n2024-02,90,0,10,80\n`;
const OURS = BASE.replace('2024-01,100,0,10,90', '2024-01,100,5,10,95');
const THEIRS = BASE.replace('2024-01,100,0,10,90', '2024-01,100,0,20,80');

/** Stands for the command line: says what it was called with. */
const CLI = `
const [command, ...words] = process.argv.slice(2);
if (words[0] === '--help') process.exit(0);
if (command === 'merge') {
  require('node:fs').writeFileSync(words[1], 'merged by ' + __dirname.split('/').at(-2) + '\\n');
  console.error(words.slice(3).join(' '));
} else if (command === 'diff') console.log(words[0], 'rows of', words[1]);
`;

/** Each of these means something to the shell or to git; run, it would leave a file behind. */
const INSTALLED =
  'it\'s 100% "mine" $(touch owned) `touch owned`; #\\n/retention-notebook.retention-notebook-';

describe('the drivers', () => {
  let repository: TemporaryRepository;
  afterEach(() => repository.remove());

  /** A repository with set-up, in which both branches changed a row. */
  function prepare(
    extension: string,
    { parts = ['merge'], runtime = null }: Preparation = {},
  ): TemporaryRepository {
    repository = new TemporaryRepository();
    const lines = configurationLines(
      { extension: join(repository.root, extension), runtime },
      new Set<DriverPart>(parts),
    );
    const config = join(repository.root, '.git/config');
    repository.write('.git/config', withLines(readFileSync(config, 'utf8'), lines));
    repository.write('.git/info/attributes', withLines('', ATTRIBUTE_LINES));
    repository.commit('base', 'a.retention', BASE);
    repository.git('switch', '--quiet', '--create', 'other');
    repository.commit('theirs', 'a.retention', THEIRS);
    repository.git('switch', '--quiet', 'main');
    repository.commit('ours', 'a.retention', OURS);
    return repository;
  }

  const install = (version: string, script = CLI) =>
    repository.write(`${INSTALLED}${version}/dist/git.js`, script);
  const merged = () => readFileSync(join(repository.root, 'a.retention'), 'utf8');

  it('are the extension’s own copy, in whatever version is installed by then', () => {
    prepare(`${INSTALLED}0.1.0`);
    install('0.2.0');
    const { code, err } = repository.run('git', 'merge', 'other');
    expect([code, err]).toEqual([0, '--marker-size 7 --path a.retention\n']);
    expect(merged()).toBe('merged by retention-notebook.retention-notebook-0.2.0\n');
    expect(existsSync(join(repository.root, 'owned'))).toBe(false);
  });

  it('run a copy that lies anywhere', () => {
    prepare('sources');
    repository.write('sources/dist/git.js', CLI);
    expect(repository.run('git', 'merge', 'other').code).toBe(0);
    expect(merged()).toBe('merged by sources\n');
  });

  it('leave marks of a conflict, not one side, when nothing can be run', () => {
    prepare(`${INSTALLED}0.1.0`);
    const { code } = repository.run('git', 'merge', 'other');
    expect(code).toBe(1);
    expect(merged()).toMatch(/^<{7}[^]*100,5,10,95[^]*={7}[^]*100,0,20,80[^]*>{7}/m);
  });

  it.each([
    ['does not start', 'this is no program'],
    ['does not know how to merge', 'process.exit(2)'],
  ])('take a program that %s for none', (_what, script) => {
    prepare(`${INSTALLED}0.1.0`);
    install('0.1.0', script);
    expect(repository.run('git', 'merge', 'other').code).toBe(1);
    expect(merged()).toContain('<<<<<<<');
  });

  it('merge lines without any program as git does', () => {
    prepare(`${INSTALLED}0.1.0`);
    repository.commit('far away', 'b.retention', BASE.repeat(4));
    repository.git('switch', '--quiet', '--create', 'far');
    repository.commit('last', 'b.retention', `${BASE.repeat(4)}2024-03,1,0,0,1\n`);
    repository.git('switch', '--quiet', 'main');
    repository.commit('first', 'b.retention', `#\n${BASE.repeat(4)}`);
    repository.git('merge', '--quiet', '--no-edit', 'far');
    expect(readFileSync(join(repository.root, 'b.retention'), 'utf8')).toBe(
      `#\n${BASE.repeat(4)}2024-03,1,0,0,1\n`,
    );
  });

  it('use a program on the PATH when the extension has gone', () => {
    prepare(`${INSTALLED}0.1.0`);
    const bin = repository.write('bin/retention', `#!/usr/bin/env node\n${CLI}`, 0o755);
    const path = `PATH=${dirname(bin)}:${process.env.PATH ?? ''}`;
    expect(repository.run('env', path, 'git', 'merge', 'other').code).toBe(0);
    expect(merged()).toMatch(/^merged by /);
  });

  it('are run by VS Code itself where there is no Node', () => {
    prepare(`${INSTALLED}0.1.0`, { runtime: process.execPath });
    install('0.1.0');
    // The programs git and its shell need, and no node.
    mkdirSync(join(repository.root, 'bin'));
    for (const program of ['git', 'sh']) {
      const found = repository.run('sh', '-c', `command -v ${program}`).out.trim();
      symlinkSync(found, join(repository.root, 'bin', program));
    }
    const path = `PATH=${join(repository.root, 'bin')}`;
    expect(repository.run('env', path, 'git', 'merge', 'other').code).toBe(0);
    expect(merged()).toMatch(/^merged by /);
  });

  it('name the columns above each place of a diff, and show cells as words', () => {
    prepare('sources', { parts: ['diffWords'] });
    const long = `${HEADER}${Array.from({ length: 12 }, (_, month) => `${2000 + month},9,0,1,8`).join('\n')}\n`;
    repository.commit('long', 'c.retention', long);
    repository.write('c.retention', long.replace('2010,9,0,1,8', '2010,9,0,2,7'));
    expect(repository.git('diff', 'c.retention')).toMatch(/^@@ [^@]+ @@ period,start,new,lost,end$/m);
    expect(repository.git('diff', '--word-diff', 'c.retention')).toContain('2010,9,0,[-1-]{+2+},[-8-]{+7+}');
  });

  it('have new files kept with LF, and leave those with CRLF in the repository as they are', () => {
    repository = new TemporaryRepository();
    const crlf = BASE.replaceAll('\n', '\r\n');
    repository.commit('before', 'old.retention', crlf);
    repository.write('.gitattributes', withLines('', ATTRIBUTE_LINES));
    repository.git('config', 'core.autocrlf', 'true');
    // Written again, so that git looks into it.
    repository.write('old.retention', crlf);
    expect(repository.git('diff', '--stat')).toBe('');
    repository.write('old.retention', crlf.replace('2024-02,90', '2024-02,91'));
    expect(repository.git('diff', '--numstat')).toBe('1\t1\told.retention\n');
    repository.write('new.retention', crlf);
    repository.git('add', 'new.retention');
    repository.git('add', '--renormalize', 'old.retention');
    expect(repository.git('show', ':old.retention')).not.toContain('\r');
    expect(repository.git('show', ':new.retention')).toBe(BASE);
    rmSync(join(repository.root, 'new.retention'));
    repository.git('checkout', '--', 'new.retention');
    expect(readFileSync(join(repository.root, 'new.retention'), 'utf8')).toBe(BASE);
  });

  it('show rows instead of lines where that is wanted, and lines without a program', () => {
    prepare('sources', { parts: ['diffRows'] });
    repository.write('a.retention', THEIRS);
    expect(repository.git('diff')).toContain('+2024-01,100,0,20,80');
    repository.write('sources/dist/git.js', CLI);
    expect(repository.git('diff')).toBe('--git rows of a.retention\n');
    expect(repository.git('diff', '--no-ext-diff')).toContain('+2024-01,100,0,20,80');
  });
});

interface Preparation {
  readonly parts?: readonly DriverPart[];
  readonly runtime?: string | null;
}
