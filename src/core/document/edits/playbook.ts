import type { TextEdit, TextRange } from '../../text/edit';
import { formatDay } from '../calendar';
import { formatPeriod } from '../period';
import { STATUS_MARKS } from '../playbook';
import type { PlaybookAttribute, PlaybookItem, PlaybookStatus } from '../playbook';
import type { Period, RetentionDocument } from '../types';
import { setNotes } from './notes';

/** A new task of the playbook. */
export interface NewTask {
  readonly text: string;
  readonly status?: PlaybookStatus;
  /** In the order in which they are written; null ones are left out. */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

const HEADING = /^ {0,3}(#{1,6})\s+playbook\s*#*\s*$/i;
const ANY_HEADING = /^ {0,3}#{1,6}(?:\s|$)/;

/**
 * The edits that add a task to the playbook: behind the last one and what belongs to it, else below the heading
 * “Playbook”, else below a new heading at the end of the notes. All other lines stay as they are.
 *
 * @throws RangeError when the text is blank or an attribute can't be written (see `setAttribute`).
 *
 * @example
 * addTask(document, { text: 'Welcome calls', attributes: { strategy: 'c-01' } }); // #> - [ ] Welcome calls {strategy=c-01}
 */
export function addTask(document: RetentionDocument, task: NewTask): TextEdit[] {
  const line = writeTask(task);
  const lines = document.noteLines.map(({ text }) => text);
  const { at, before } = placeOfNewTask(document, lines);
  return setNotes(document, [...lines.slice(0, at), ...before, line, ...lines.slice(at)].join('\n'));
}

/**
 * The edit that gives a task another status: its mark changes and nothing else. None when it has the status already.
 *
 * @example
 * setStatus(document.playbook[0], 'done'); // one edit: the mark becomes x
 */
export function setStatus(item: PlaybookItem, status: PlaybookStatus): TextEdit[] {
  return item.status === status ? [] : [{ ...item.markRange, text: STATUS_MARKS[status] }];
}

/**
 * The edit that gives a task an attribute such as `due=2024-11-30`, replaces its value, or removes it (null). Braces
 * come with the first attribute and go with the last; the other attributes stay as they are written.
 *
 * @throws RangeError when the value is blank or holds a quotation mark, a brace or a line break: between the braces
 * there is no way to write it.
 *
 * @example
 * setAttribute(document.playbook[0], 'segment', 'Small shops'); // … {segment="Small shops"}
 */
export function setAttribute(item: PlaybookItem, key: string, value: string | null): TextEdit[] {
  const present = item.attributes.filter((attribute) => attribute.key === key);
  if (value === null) return present.length === 0 ? [] : removals(item, present);
  const written = writeValue(key, value);
  const [first] = present;
  if (first !== undefined) return first.value === value ? [] : [{ ...first.valueRange, text: written }];
  const { braces } = item;
  if (braces === null) {
    const end = endOfText(item);
    return [{ start: end, end, text: ` {${key}=${written}}` }];
  }
  const { start, end } = braces.inside;
  return [
    { start: end, end, text: `${start === end ? '' : ' '}${key}=${written}${braces.closed ? '' : '}'}` },
  ];
}

/** The edit that sets the day a task is due on (since 1970-01-01), or removes it. See `setAttribute`. */
export function setDue(item: PlaybookItem, day: number | null): TextEdit[] {
  return setAttribute(item, 'due', day === null ? null : formatDay(day));
}

/** The edit that says since which period a task is in effect, or no longer says it. See `setAttribute`. */
export function setSince(item: PlaybookItem, period: Period | null): TextEdit[] {
  return setAttribute(item, 'since', period === null ? null : formatPeriod(period));
}

/** The edit that says which segment a task is for; null is all customers. See `setAttribute`. */
export function setSegment(item: PlaybookItem, segment: string | null): TextEdit[] {
  return setAttribute(item, 'segment', segment);
}

/** Where the text of a task ends; one without text ends with its bracket. */
function endOfText({ text, textRange, markRange }: PlaybookItem): number {
  return text === '' ? markRange.end + 1 : textRange.end;
}

/** Takes attributes out, each with a space beside it; the braces too when nothing is left between them. */
function removals(item: PlaybookItem, gone: readonly PlaybookAttribute[]): TextEdit[] {
  const { inside, closed } = item.braces!;
  const [only] = gone;
  if (gone.length === item.attributes.length && gone.length === 1 && fills(only!.range, inside)) {
    return [{ start: endOfText(item), end: closed ? inside.end + 1 : inside.end, text: '' }];
  }
  /** So far everything between the braces is gone. */
  let gap = inside.start;
  return gone.map(({ range }) => {
    const start = Math.max(gap, range.start - 1);
    const isFirst = start === gap && range.end < inside.end;
    const end = isFirst ? range.end + 1 : range.end;
    if (isFirst) gap = end;
    return { start, end, text: '' };
  });
}

/** True when nothing else is in there but a space on either side. */
function fills(range: TextRange, inside: TextRange): boolean {
  return range.start - inside.start <= 1 && inside.end - range.end <= 1;
}

function writeTask({ text, status = 'planned', attributes = {} }: NewTask): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain === '') throw new RangeError('A task of the playbook needs a text.');
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${writeValue(key, value)}`],
  );
  const braces = written.length === 0 ? '' : ` {${written.join(' ')}}`;
  return `- [${STATUS_MARKS[status]}] ${plain}${braces}`;
}

function writeValue(key: string, value: string): string {
  if (value.trim() === '' || /["{}\r\n]/.test(value)) {
    throw new RangeError(
      `“${value}” can't be the ${key} of a task: it must not be blank or hold a quotation mark, a brace or a line break.`,
    );
  }
  return /[\s=]/.test(value) ? `"${value}"` : value;
}

/** Before which note line a task goes, and the lines that have to come with it. */
function placeOfNewTask(
  { playbook }: RetentionDocument,
  lines: readonly string[],
): { readonly at: number; readonly before: readonly string[] } {
  const last = playbook.at(-1);
  if (last !== undefined) {
    let at = last.line + 1;
    while (at < lines.length && /^\s+\S/.test(lines[at]!)) at++;
    return { at, before: [] };
  }
  const heading = lines.findIndex((line) => HEADING.test(line));
  if (heading >= 0) {
    let at = heading + 1;
    while (at < lines.length && !ANY_HEADING.test(lines[at]!)) at++;
    while (at > heading + 1 && lines[at - 1]!.trim() === '') at--;
    return { at, before: [''] };
  }
  const isEmpty = lines.every((line) => line.trim() === '');
  let at = lines.length;
  while (at > 0 && lines[at - 1]!.trim() === '') at--;
  return { at, before: isEmpty ? ['## Playbook', ''] : ['', '## Playbook', ''] };
}
