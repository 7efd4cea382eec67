import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository of real git in a folder of its own, which nothing outside has an influence on. */
export class TemporaryRepository {
  readonly root: string;
  private readonly env: NodeJS.ProcessEnv;

  /** @param path where programs are looked for */
  constructor(path = process.env.PATH) {
    this.root = mkdtempSync(join(tmpdir(), 'retention-git-'));
    this.env = {
      PATH: path,
      HOME: this.root,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'ann@example.org',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.org',
    };
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** What git prints. @throws Error when it fails. */
  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.root, env: this.env, encoding: 'utf8', stdio: 'pipe' });
  }

  /** The same for what may fail, and for other programs. */
  run(program: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.root,
      env: this.env,
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }

  write(name: string, text: string, mode?: number): string {
    const path = join(this.root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode });
    return path;
  }

  /** Writes a file, and commits it. */
  commit(message: string, name: string, text: string): string {
    this.write(name, text);
    this.git('add', name);
    this.git('commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD').trim();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
