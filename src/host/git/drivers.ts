/** What git is told about `.retention` files: lines of its configuration and attributes. */

/** Where the command line of this extension is. Paths have slashes, on Windows after a drive letter. */
export interface CommandLine {
  /** The folder the extension is installed in. */
  readonly extension: string;
  /** A program that runs JavaScript besides `node`: VS Code itself, or null. */
  readonly runtime: string | null;
}

/** What can be set up: merging by row, headings and cells in line diffs, and row-wise diffs in the terminal. */
export type DriverPart = 'merge' | 'diffWords' | 'diffRows';

/**
 * The attributes that hand `.retention` files to the drivers. Without drivers git treats the files as text.
 *
 * Everybody gets the same line endings, whatever git is told on their computer, lest a merge or a diff is about every line.
 * Without `auto`, a file that is in the repository with CRLF would be shown as changed from its first line to its last.
 */
export const ATTRIBUTE_LINES: readonly string[] = [
  '*.retention text=auto eol=lf diff=retention merge=retention',
];

/** A line of attributes that is not ours and does the same, or what ours would undo. */
export const FOREIGN_ATTRIBUTES =
  /^[ \t]*\S*\.retention[ \t](?:[^\n]*[ \t])?(?:(?:merge|diff)=|(?:eol=crlf|-text|binary)(?!\S))/m;
/** A section of a configuration that does the same and is not ours. */
export const FOREIGN_CONFIGURATION = /^[ \t]*\[(?:merge|diff)[ \t]+"retention"\]/im;

/**
 * The lines of git's configuration that define the drivers.
 *
 * A driver looks for this extension's own copy of `retention`, in whatever version is installed by then; then for one
 * on the PATH. Each is asked for help first: a program that cannot start, or does not know the command, would end as a
 * conflict without marks.
 * When there is none, git's own merge of lines does the work, so that nothing depends on this extension.
 *
 * There is no `textconv`: VS Code reads the versions of a file with `git show --textconv`, and would show converted
 * text as the original in its diffs.
 */
export function configurationLines(commandLine: CommandLine, parts: ReadonlySet<DriverPart>): string[] {
  const lines: string[] = [];
  if (parts.has('merge')) {
    const byLines = 'git merge-file -L ours -L base -L theirs --marker-size="$4" "$2" "$1" "$3"';
    const driver = `${shellFunction(commandLine, MERGE, byLines).replaceAll('%', '%%')}r %O %A %B %L %P`;
    lines.push('[merge "retention"]', '\tname = by period and segment', ...value('driver', driver));
  }
  if (parts.has('diffWords') || parts.has('diffRows')) lines.push('[diff "retention"]');
  if (parts.has('diffWords')) {
    lines.push(...value('xfuncname', '^((.*[,;\t])?period([,;\t].*)?|#> #+ .*)$'));
    lines.push(...value('wordRegex', '[^,;\t]+|[,;\t]'));
  }
  if (parts.has('diffRows')) {
    const byLines = 'git diff --no-index --no-ext-diff -- "$2" "$5"; return 0';
    lines.push(...value('command', `${shellFunction(commandLine, DIFF, byLines)}r`));
  }
  return lines;
}

/** A command of the command line, and what it is called with from the words git gives. */
interface Call {
  readonly command: string;
  readonly words: string;
}

const MERGE: Call = { command: 'merge', words: '"$1" "$2" "$3" --marker-size "$4" --path "$5"' };
const DIFF: Call = { command: 'diff', words: '--git "$@"' };

/**
 * A shell function `r` that calls the command line wherever it is, else what to do without it. Git runs it by a POSIX
 * shell, on Windows too.
 */
function shellFunction(commandLine: CommandLine, { command, words }: Call, without: string): string {
  const { runtime } = commandLine;
  const node = `ELECTRON_RUN_AS_NODE=1 "$n" "$c"`;
  const programs = ['node', ...(runtime === null ? [] : [quoted(runtime)])].join(' ');
  return [
    `r() { for c in ${pathOf(commandLine)}; do :; done; `,
    `for n in ${programs}; do `,
    `if ${node} ${command} --help >/dev/null 2>&1; then `,
    `${node} ${command} ${words}; return; fi; done; `,
    `if retention ${command} --help >/dev/null 2>&1; then `,
    `retention ${command} ${words}; return; fi; `,
    `${without}; }; `,
  ].join('\n');
}

/** The command line as a word of the shell: of an installed extension, in any version. */
function pathOf({ extension }: CommandLine): string {
  const installed = /^(.*\/[\w-]+\.[\w-]+-)\d[^/]*$/.exec(extension);
  return installed === null
    ? quoted(`${extension}/dist/git.js`)
    : `${quoted(installed[1]!)}[0-9]*/dist/git.js`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A variable of the configuration; where its value has newlines, its line goes on behind a backslash. */
function value(name: string, text: string): string[] {
  const written = text.replace(/["\\]/g, '\\$&').replaceAll('\t', '\\t').split('\n').join('\\\n');
  return `\t${name} = "${written.includes('\n') ? '\\\n' : ''}${written}"`.split('\n');
}
