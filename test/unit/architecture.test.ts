/**
 * The arrow of imports points inwards: core ← protocol ← host, webview; core ← language ← host, cli.
 * The linter fences each import where it is written; this test sees the whole picture, cycles included.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSync } from 'vite';

const root = resolve(__dirname, '../..');
const source = join(root, 'src');

const mayImport: Record<string, { folders: string[]; packages: (name: string) => boolean }> = {
  core: { folders: [], packages: () => false },
  language: { folders: ['core'], packages: () => false },
  charts: { folders: ['core'], packages: (name) => /^d3-(?:array|scale|shape)$/.test(name) },
  protocol: { folders: ['core'], packages: () => false },
  report: { folders: ['charts', 'core'], packages: () => false },
  host: { folders: ['core', 'language', 'protocol', 'report'], packages: (name) => name === 'vscode' },
  webview: {
    folders: ['charts', 'core', 'protocol'],
    packages: (name) => name !== 'vscode' && !isNodeBuiltin(name),
  },
  cli: { folders: ['core', 'language', 'report'], packages: isNodeBuiltin },
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(source, name));
const imports = files.flatMap(importsOf);

describe('architecture', () => {
  it('finds the sources it is about', () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(mayImport)));
    expect(imports.length).toBeGreaterThan(files.length / 2);
  });

  it.each(Object.keys(mayImport))('%s imports only what it may', (folder) => {
    const allowed = mayImport[folder]!;
    const trespassing = imports
      .filter(({ file }) => folderOf(file) === folder)
      .filter(({ file, specifier }) => {
        if (!specifier.startsWith('.')) return !allowed.packages(specifier);
        const target = folderOf(join(dirname(file), specifier));
        return target !== folder && !allowed.folders.includes(target);
      })
      .map(describeImport);
    expect(trespassing).toEqual([]);
  });

  it('reaches another folder only through its index', () => {
    const deep = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ file, specifier }) => {
        const target = join(dirname(file), specifier);
        return folderOf(target) !== folderOf(file) && relative(source, target).split(sep).length > 1;
      })
      .map(describeImport);
    expect(deep).toEqual([]);
  });

  it('reaches a part of the page only through its index', () => {
    const deep = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ file, specifier }) => {
        const part = pagePartOf(join(dirname(file), `${specifier}.ts`));
        return part !== null && part !== pagePartOf(file);
      })
      .map(describeImport);
    expect(deep).toEqual([]);
  });

  it('has no import cycle at run time', () => {
    const graph = new Map<string, string[]>(files.map((file) => [file, []]));
    for (const { file, specifier, typeOnly } of imports) {
      if (typeOnly || !specifier.startsWith('.')) continue;
      const target = resolveFile(join(dirname(file), specifier));
      if (target !== null) graph.get(file)!.push(target);
    }
    expect(cycleIn(graph)?.map((file) => relative(source, file)) ?? null).toBeNull();
  });
});

function importsOf(file: string): Import[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  return program.body.flatMap((statement): Import[] => {
    switch (statement.type) {
      case 'ImportDeclaration':
        return [{ file, specifier: statement.source.value, typeOnly: statement.importKind === 'type' }];
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (statement.source === null) return [];
        return [{ file, specifier: statement.source.value, typeOnly: statement.exportKind === 'type' }];
      default:
        return [];
    }
  });
}

function isNodeBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

function folderOf(path: string): string {
  return relative(source, path).split(sep)[0]!;
}

/** The folder of `src/webview/page` that a file is in, or null. */
function pagePartOf(file: string): string | null {
  const [top, page, part, ...rest] = relative(source, file).split(sep);
  return top === 'webview' && page === 'page' && rest.length > 0 ? part! : null;
}

function resolveFile(path: string): string | null {
  return [`${path}.ts`, join(path, 'index.ts')].find((candidate) => files.includes(candidate)) ?? null;
}

function describeImport({ file, specifier }: Import): string {
  return `${relative(root, file)} imports ${specifier}`;
}

function cycleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle !== null) return cycle;
  }
  return null;
}
