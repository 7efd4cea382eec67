import type { CommandLine, DriverPart } from './drivers';
import { ATTRIBUTE_LINES, configurationLines, FOREIGN_ATTRIBUTES, FOREIGN_CONFIGURATION } from './drivers';
import { linesIn, marked, withLines, withoutLines } from './markedLines';
import type { RepositoryPlace } from './repository';

/** Whose attributes: of everybody who uses the repository, or of this clone only. */
export type SetUpScope = 'shared' | 'private';

/** A file that is to be written; paths are those of URIs. */
export interface FileChange {
  readonly path: string;
  /** As people name it: `.gitattributes`. */
  readonly name: string;
  /** null: there is no such file. */
  readonly before: string | null;
  /** null: the file goes, because nothing but our lines was in it. */
  readonly after: string | null;
  /** The lines that come or go, with the marks around them. */
  readonly lines: readonly string[];
}

/** The texts of the files that set-up is about, or null where there is none. */
export interface SetUpFiles {
  readonly attributes: string | null;
  readonly privateAttributes: string | null;
  readonly configuration: string | null;
}

/** Where these files are. */
export function setUpPaths({ root, common }: RepositoryPlace): Record<keyof SetUpFiles, string> {
  return {
    attributes: `${root === '/' ? '' : root}/.gitattributes`,
    privateAttributes: `${common}/info/attributes`,
    configuration: `${common}/config`,
  };
}

const NAMES: Readonly<Record<keyof SetUpFiles, string>> = {
  attributes: '.gitattributes',
  privateAttributes: '.git/info/attributes',
  configuration: '.git/config',
};

/** The files with lines somebody wrote for `.retention` files by hand: ours would contradict them. */
export function foreignFiles(files: SetUpFiles): readonly string[] {
  return (Object.keys(NAMES) as (keyof SetUpFiles)[])
    .filter((file) => {
      const pattern = file === 'configuration' ? FOREIGN_CONFIGURATION : FOREIGN_ATTRIBUTES;
      return pattern.test(withoutLines(files[file] ?? ''));
    })
    .map((file) => NAMES[file]);
}

/** What to write so that git knows the drivers. Lines that are there already are brought up to date. */
export function setUpChanges(
  place: RepositoryPlace,
  files: SetUpFiles,
  scope: SetUpScope,
  commandLine: CommandLine,
  parts: ReadonlySet<DriverPart>,
): readonly FileChange[] {
  const paths = setUpPaths(place);
  const put = (file: keyof SetUpFiles, lines: readonly string[]): FileChange => ({
    path: paths[file],
    name: NAMES[file],
    before: files[file],
    after: withLines(files[file] ?? '', lines),
    lines: marked(lines),
  });
  return [
    put(scope === 'shared' ? 'attributes' : 'privateAttributes', ATTRIBUTE_LINES),
    put('configuration', configurationLines(commandLine, parts)),
  ].filter(({ before, after }) => before !== after);
}

/** What to write so that nothing of ours is left; empty when there is nothing. */
export function undoChanges(place: RepositoryPlace, files: SetUpFiles): readonly FileChange[] {
  const paths = setUpPaths(place);
  return (Object.keys(NAMES) as (keyof SetUpFiles)[]).flatMap((file) => {
    const before = files[file];
    const lines = before === null ? null : linesIn(before);
    if (before === null || lines === null) return [];
    const left = withoutLines(before);
    return [{ path: paths[file], name: NAMES[file], before, after: left === '' ? null : left, lines }];
  });
}
