import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { pageBundle } from '../../../scripts/build.mjs';
import { root } from '../../../scripts/lib/project.mjs';

describe('the parts of the notebook page', () => {
  it('are those the host names, and the first has nothing that only an open notebook needs', async () => {
    const { metafile } = await build({
      ...pageBundle,
      absWorkingDir: root,
      entryPoints: { notebook: 'src/webview/main.ts' },
      outdir: 'dist/webview',
      metafile: true,
      write: false,
    });
    const scripts = Object.entries(metafile.outputs).filter(([file]) => file.endsWith('.js'));
    const inputsOf = (...names: string[]): string[] =>
      scripts
        .filter(([file]) => names.includes(file.replace('dist/webview/', '')))
        .flatMap(([, { inputs }]) => Object.keys(inputs));
    expect(scripts.map(([file]) => file).sort()).toEqual(
      ['chunk.js', 'notebook.js', 'rest.js'].map((name) => `dist/webview/${name}`),
    );
    const late =
      /^src\/(?:core\/(?:analysis|library|merge)|charts|webview\/page\/(?:view|find|menu|paste|problems|panels\/(?!frame)))\//;
    const first = inputsOf('notebook.js', 'chunk.js');
    expect(first).toContain('src/webview/page/preview/preview.ts');
    expect(first.filter((file) => late.test(file))).toEqual([]);
    expect(inputsOf('rest.js').filter((file) => late.test(file)).length).toBeGreaterThan(100);
    expect(inputsOf('rest.js').filter((file) => first.includes(file))).toEqual([]);
  });
});
