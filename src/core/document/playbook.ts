import type { TextRange } from '../text/edit';
import { FencedCode } from './fencedCode';
import type { NoteLine } from './notes';
import { parseDay, parsePeriod } from './period';
import type { Problem } from './problem';
import { MOST_PROBLEMS, problemAt, quotation, replace, unsafeFix } from './reportProblem';
import type { Period } from './types';

export type PlaybookStatus = 'planned' | 'active' | 'done' | 'dropped';

/** `key=value` between the braces at a task's end. */
export interface PlaybookAttribute {
  readonly key: string;
  readonly value: string;
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

/** Where attributes stand. */
export interface PlaybookBraces {
  /** What is between the braces. */
  readonly inside: TextRange;
  /** False when the second brace is missing. */
  readonly closed: boolean;
}

/** `498/600`: so many of so many customers were retained. */
export interface RetainedOf {
  readonly retained: number;
  readonly exposed: number;
}

/** A top-level task of the notes. Attributes that are absent or bad are null. */
export interface PlaybookItem {
  /** Index in the note lines. */
  readonly line: number;
  /** The line's Markdown. */
  readonly range: TextRange;
  /** The one character between the square brackets. */
  readonly markRange: TextRange;
  /** Null for an unknown mark. */
  readonly status: PlaybookStatus | null;
  /** What is to be done, without status and attributes. */
  readonly text: string;
  readonly textRange: TextRange;
  /** All attributes as written, unknown ones too. */
  readonly attributes: readonly PlaybookAttribute[];
  /** The braces around the attributes, or null when there are none. */
  readonly braces: PlaybookBraces | null;
  /** Day number. */
  readonly due: number | null;
  readonly since: Period | null;
  readonly segment: string | null;
  readonly reason: string | null;
  readonly strategy: string | null;
  readonly control: RetainedOf | null;
  readonly variant: RetainedOf | null;
}

export interface Playbook {
  readonly items: readonly PlaybookItem[];
  readonly problems: readonly Problem[];
}

/** The mark that stands for a status. */
export const STATUS_MARKS: Readonly<Record<PlaybookStatus, string>> = {
  planned: ' ',
  active: '/',
  done: 'x',
  dropped: '-',
};

const STATUS: Readonly<Record<string, PlaybookStatus>> = {
  ' ': 'planned',
  '/': 'active',
  x: 'done',
  X: 'done',
  '-': 'dropped',
};

const TASK = /^[-*+] \[(.)\](?= |$)/su;
const SLUG = /^[a-z0-9_-]+$/;
/** `reason=too_expensive`, `segment="Small shops"`. */
const ATTRIBUTE = /([^\s="]+)=("[^"]*"|[^\s"]*)(?=\s|$)|\S+/g;

type Check = (value: string) => string | null;

/** What is wrong with the value of an attribute, or null. */
const CHECKS: Readonly<Record<string, Check>> = {
  due: (value) => (parseDay(value) === null ? 'a date such as 2024-11-30' : null),
  since: (value) => (parsePeriod(value) === null ? 'a period such as 2024-Q1' : null),
  segment: (value) => (value === '' ? 'the name of a segment' : null),
  reason: (value) =>
    SLUG.test(value) ? null : 'the name of a reason column without “reason_”, such as price',
  strategy: (value) => (SLUG.test(value) ? null : 'the name of a strategy such as onboarding-calls'),
  control: (value) => (retainedOf(value) === null ? 'retained/exposed customers such as 498/600' : null),
  variant: (value) => (retainedOf(value) === null ? 'retained/exposed customers such as 540/600' : null),
};

/** The tasks of the notes. Lines inside fenced code are no tasks. */
export function readPlaybook(lines: readonly NoteLine[]): Playbook {
  const items: PlaybookItem[] = [];
  const problems: Problem[] = [];
  const code = new FencedCode();
  for (const [index, line] of lines.entries()) {
    if (code.includes(line.text)) continue;
    const item = readItem(line, index, problems.length < MOST_PROBLEMS ? problems : []);
    if (item !== null) items.push(item);
  }
  return { items, problems: problems.slice(0, MOST_PROBLEMS) };
}

function readItem(line: NoteLine, index: number, problems: Problem[]): PlaybookItem | null {
  const task = TASK.exec(line.text);
  if (task === null) return null;
  const mark = task[1]!;
  const markRange = at(line, 3, 3 + mark.length);
  const status = STATUS[mark] ?? null;
  if (status === null) {
    problems.push(
      problemAt(
        'R601',
        markRange,
        `The status mark ${quotation(mark)} is unknown. Use a space (planned), / (active), x (done) or - (dropped).`,
        [unsafeFix('Mark as planned', replace(markRange, ' '))],
      ),
    );
  }
  const body = task[0].length;
  const braces = bracesOf(line, body, problems);
  const textEnd = trimmedEnd(line.text, body, braces?.start ?? line.text.length);
  const textStart = Math.min(body + 1, textEnd);
  const attributes = braces === null ? [] : readAttributes(line, braces, problems);
  const value = (key: string): string | null => {
    const found = attributes.find((attribute) => attribute.key === key)?.value;
    return found === undefined || CHECKS[key]!(found) !== null ? null : found;
  };
  const map = <T>(key: string, read: (text: string) => T | null): T | null => {
    const found = value(key);
    return found === null ? null : read(found);
  };
  return {
    line: index,
    range: at(line, 0, line.text.length),
    markRange,
    status,
    text: line.text.slice(textStart, textEnd),
    textRange: at(line, textStart, textEnd),
    attributes,
    braces: braces === null ? null : bracesAt(line, braces),
    due: map('due', parseDay),
    since: map('since', parsePeriod),
    segment: value('segment'),
    reason: value('reason'),
    strategy: value('strategy'),
    control: map('control', retainedOf),
    variant: map('variant', retainedOf),
  };
}

function bracesAt(line: NoteLine, { start, end }: TextRange): PlaybookBraces {
  return { inside: at(line, start + 1, end - 1), closed: line.text[end - 1] === '}' };
}

/** The places of `{` and `}` at the line's end, or null when there are none. */
function bracesOf(line: NoteLine, from: number, problems: Problem[]): TextRange | null {
  const end = trimmedEnd(line.text, from, line.text.length);
  const open = line.text.lastIndexOf('{');
  if (open < from) return null;
  if (line.text[end - 1] === '}') return { start: open, end };
  const inside = line.text.slice(open + 1, end);
  if (!inside.includes('}') && /^\s*[a-z_]+=/.test(inside)) {
    problems.push(
      problemAt(
        'R602',
        at(line, open, end),
        `The attributes ${quotation(line.text.slice(open, end))} are not closed. Add “}”.`,
        [unsafeFix('Close the attributes', { ...at(line, end, end), text: '}' })],
      ),
    );
    return { start: open, end: end + 1 };
  }
  return null;
}

function readAttributes(line: NoteLine, braces: TextRange, problems: Problem[]): PlaybookAttribute[] {
  const attributes: PlaybookAttribute[] = [];
  const inside = line.text.slice(braces.start + 1, braces.end - 1);
  for (const match of inside.matchAll(ATTRIBUTE)) {
    const start = braces.start + 1 + match.index;
    const range = at(line, start, start + match[0].length);
    const key = match[1];
    if (key === undefined) {
      const message = `${quotation(match[0])} is no attribute. Write key=value, with quotation marks around a value with spaces.`;
      problems.push(problemAt('R602', range, message));
      continue;
    }
    const written = match[2]!;
    const value = written.startsWith('"') ? written.slice(1, -1) : written;
    const valueRange = at(line, start + key.length + 1, start + match[0].length);
    const expected = Object.hasOwn(CHECKS, key) ? CHECKS[key]!(value) : null;
    if (attributes.some((attribute) => attribute.key === key)) {
      problems.push(problemAt('R602', range, `“${key}” is given twice; the first counts. Delete this one.`));
    } else if (expected !== null) {
      problems.push(
        problemAt('R602', valueRange, `“${key}” is ${quotation(value)}; it must be ${expected}.`),
      );
    }
    attributes.push({ key, value, range, valueRange });
  }
  return attributes;
}

function retainedOf(value: string): RetainedOf | null {
  const match = /^(\d{1,12})\/(\d{1,12})$/.exec(value);
  if (match === null) return null;
  const retained = Number(match[1]);
  const exposed = Number(match[2]);
  return exposed > 0 && retained <= exposed ? { retained, exposed } : null;
}

function at(line: NoteLine, start: number, end: number): TextRange {
  return { start: line.textStart + start, end: line.textStart + end };
}

function trimmedEnd(text: string, from: number, end: number): number {
  let position = end;
  while (position > from && /\s/.test(text[position - 1]!)) position--;
  return position;
}
