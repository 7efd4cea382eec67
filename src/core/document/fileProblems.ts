import { BOM, afterEol, endsLine, lineEnd, textStart } from '../text/chars';
import type { TextRange } from '../text/edit';
import { LineKind, lineKind } from '../text/lines';
import { deviatingRange } from './eols';
import { lastEntry, valueEdit } from './front';
import type { Loaded } from './load';
import { ConflictSearch } from './markers';
import { parsePeriod } from './period';
import type { Problem } from './problem';
import { MOST_PROBLEMS, insert, problemAt, quotation, replace, safeFix, unsafeFix } from './reportProblem';

const NEW_HEADER = 'period,start,new,lost,end';

/** Problems of the file as a whole: bytes, line endings, conflicts, header. */
export function fileProblems(loaded: Loaded): readonly Problem[] {
  const problems: Problem[] = [];
  const { base, head } = loaded;
  if (!loaded.isUtf8) problems.push(notUtf8(base));
  for (const offset of loaded.markers) problems.push(conflictMarker(base, offset));
  if (loaded.eols.mixed) problems.push(mixedEols(loaded));
  if (head.hasBom) {
    const range = { start: 0, end: 1 };
    const message =
      'The file begins with a byte order mark, which some readers take for part of the first name.';
    // A second one belongs to the first name until it is the first one.
    const fix = base.charCodeAt(1) === BOM ? unsafeFix : safeFix;
    problems.push(problemAt('R108', range, `${message} Remove it.`, [fix('Remove it', replace(range, ''))]));
  }
  if (head.header === null) problems.push(noHeader(loaded));
  else if (!head.header.columns.some((column) => column.id === 'period')) problems.push(...noPeriod(loaded));
  return problems;
}

/** Comment, note and blank lines between rows, and between the header and the first row, outside conflicts. */
export function gapProblems(loaded: Loaded): readonly Problem[] {
  const problems: Problem[] = [];
  const delimiter = loaded.head.settings.delimiter.charCodeAt(0);
  const { tail } = loaded;
  const target = tail.from + tail.offset;
  const joint = loaded.endsWithRow ? loaded.eols.eol : '';
  for (const { text, from, to, offset } of loaded.gaps()) {
    const conflicts = new ConflictSearch(text);
    for (let line = from; line < to;) {
      const kind = lineKind(text, line, to, delimiter);
      // What stands in a conflict is for the one who resolves it.
      const last = kind === LineKind.Marker ? conflicts.markersFrom(line).at(-1)! : line;
      const end = lineEnd(text, last, to);
      const next = afterEol(text, end, to);
      if (kind !== LineKind.Marker) {
        if (problems.length === MOST_PROBLEMS) return problems;
        const range = { start: line + offset, end: end + offset };
        const whole = { start: line + offset, end: next + offset };
        problems.push(
          gapLine(
            kind === LineKind.Blank ? null : joint + text.slice(line, joint === '' ? next : end),
            range,
            whole,
            target,
          ),
        );
      }
      line = next;
    }
  }
  return problems;
}

/** A blank line (`moved` is null) or a line to be moved behind the rows. */
function gapLine(moved: string | null, range: TextRange, whole: TextRange, target: number): Problem {
  if (moved === null) {
    return problemAt('R107', range, 'Some readers stop at a blank line between rows. Delete it.', [
      safeFix('Delete the blank line', replace(whole, '')),
    ]);
  }
  const message = 'Some readers stop at a comment between rows. Move it behind the last row.';
  return problemAt('R107', range, message, [
    safeFix('Move it behind the last row', replace(whole, ''), insert(target, moved)),
  ]);
}

function notUtf8(text: string): Problem {
  const nul = text.indexOf('\0');
  const replacement = text.indexOf('\ufffd');
  const at = nul < 0 ? replacement : replacement < 0 ? nul : Math.min(nul, replacement);
  const what = at === nul ? 'a NUL character' : 'a character that could not be read';
  return problemAt(
    'R106',
    { start: at, end: at + 1 },
    `The file is not UTF-8 text: here is ${what}. It is read-only, because saving would destroy bytes. ` +
      'Reopen it with its own encoding, or convert it to UTF-8.',
  );
}

function conflictMarker(text: string, offset: number): Problem {
  const range = { start: offset, end: lineEnd(text, offset) };
  const line = quotation(text.slice(range.start, range.end));
  return problemAt(
    'R101',
    range,
    `Git left a conflict here (${line}). Choose which rows to keep, in the notebook or by deleting lines here; until then the table is read-only.`,
  );
}

function mixedEols({ base, eols }: Loaded): Problem {
  const names = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
  const { start, end, firstEnd } = deviatingRange(base, eols.eol)!;
  const lines = eols.deviating === 1 ? '1 line ends' : `${eols.deviating} lines end`;
  const message = `${lines} otherwise than the rest (${names[eols.eol]}), the first one here. Use ${names[eols.eol]} throughout.`;
  const unified = base.slice(start, end).replace(/\r\n?|\n/g, eols.eol);
  return problemAt('R105', { start, end: firstEnd }, message, [
    safeFix(`Use ${names[eols.eol]} throughout`, replace({ start, end }, unified)),
  ]);
}

function noHeader({ base, head, eols }: Loaded): Problem {
  const at = head.front?.end ?? (head.hasBom ? 1 : 0);
  const header = NEW_HEADER.replaceAll(',', head.settings.delimiter);
  const isOpen = at === base.length && at > textStart(base) && !endsLine(base);
  const before = isOpen ? eols.eol : '';
  return problemAt(
    'R104',
    { start: at, end: at },
    `There is no table yet. Begin one with a header such as “${header}”.`,
    [safeFix('Add a header', insert(at, before + header + eols.eol))],
  );
}

function noPeriod(loaded: Loaded): readonly Problem[] {
  const { base, head } = loaded;
  const header = head.header!;
  const line = base.slice(header.range.start, Math.min(header.range.end, header.range.start + 10_000));
  const problems: Problem[] = [];
  const delimiter = [',', ';', '\t'].find(
    (candidate) => candidate !== head.settings.delimiter && hasPeriod(line, candidate),
  );
  if (delimiter !== undefined) problems.push(wrongDelimiter(loaded, delimiter));
  const first = header.columns[0]!;
  const candidate = loaded.table.count > 0 ? firstCell(loaded) : '';
  const fixes =
    parsePeriod(candidate) === null
      ? []
      : [unsafeFix(`Rename the first column to period`, replace(first.range, 'period'))];
  const hint =
    fixes.length > 0
      ? `Rename ${quotation(first.name)} to “period”.`
      : 'Add one, or rename the column that says when.';
  problems.push(problemAt('R104', header.range, `The header has no column “period”. ${hint}`, fixes));
  return problems;
}

function hasPeriod(line: string, delimiter: string): boolean {
  return (
    line.includes(delimiter) && line.split(delimiter).some((name) => name.trim().toLowerCase() === 'period')
  );
}

function firstCell({ table, head, base }: Loaded): string {
  const start = table.own?.[0] === undefined || table.own[0] === null ? table.start[0]! : -1;
  const text = start < 0 ? table.own![0]! : base.slice(start, start + Math.min(100, table.length[0]!));
  return text.split(head.settings.delimiter, 1)[0]!;
}

function wrongDelimiter({ base, head, eols }: Loaded, delimiter: string): Problem {
  const name = delimiter === '\t' ? 'tab' : `'${delimiter}'`;
  const { front } = head;
  const range = head.header!.range;
  const setting = `# delimiter: ${name}${eols.eol}`;
  const message = `The header seems to be separated by ${name}. Set “delimiter: ${name}”.`;
  const existing = lastEntry(front, 'delimiter');
  if (existing !== null) {
    return problemAt('R309', range, message, [
      unsafeFix(`Set the delimiter to ${name}`, valueEdit(base, existing, name)),
    ]);
  }
  const at = front === null ? (head.hasBom ? 1 : 0) : (front.close?.start ?? front.end);
  const block =
    front === null ? `#---${eols.eol}# retention: 1${eols.eol}${setting}#---${eols.eol}` : setting;
  return problemAt('R309', range, message, [unsafeFix(`Set the delimiter to ${name}`, insert(at, block))]);
}
