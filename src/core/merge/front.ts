import { afterEol, lineEnd } from '../text/chars';
import type { SettingEntry } from '../document/front';
import type { RetentionDocument } from '../document/types';
import { nameList } from './keys';
import type { Keyed } from './keys';
import { mergeOrder } from './order';
import type { ConflictLines, MergeOutput } from './output';
import type { Versions } from './columns';
import type { VersionName } from './types';

/** What the key of a setting begins with; other lines are their own keys. */
const SETTING = '=';
const OTHER = '#';

/** A setting with its nested lines, or another line of the block. */
interface FrontItem {
  readonly entry: SettingEntry | null;
  /** Its lines without the last ending. */
  readonly text: string;
}

/** The settings of one version, each with its key. */
export class FrontItems implements Keyed {
  private readonly list = nameList();
  private readonly items: FrontItem[] = [];

  /** `from`–`to` limits them to that part of the text. */
  constructor(document: RetentionDocument, from = 0, to = Infinity) {
    const { front, text } = document;
    if (front === null) return;
    const entries = new Map(front.entries.map((entry) => [entry.range.start, entry]));
    const last = Math.min(front.close?.start ?? front.end, to);
    for (let at = afterEol(text, front.open.end); at < last;) {
      const entry = entries.get(at) ?? null;
      const end = entry?.nested?.end ?? lineEnd(text, at);
      if (at >= from) {
        const source = text.slice(at, end);
        this.list.add(entry === null ? OTHER + source : SETTING + entry.key);
        this.items.push({ entry, text: source });
      }
      at = afterEol(text, end);
    }
  }

  get keys(): readonly string[] {
    return this.list.keys;
  }
  get at(): ReadonlyMap<string, number> {
    return this.list.at;
  }

  get(key: string): FrontItem | null {
    const index = this.at.get(key);
    return index === undefined ? null : this.items[index]!;
  }
}

/** What becomes of a setting or a line between settings: its line, null when it goes, or a conflict. */
export function mergeFrontItem(
  key: string,
  items: Readonly<Record<VersionName, FrontItems>>,
): string | null | { readonly lines: ConflictLines } {
  const [base, ours, theirs] = [items.base.get(key), items.ours.get(key), items.theirs.get(key)];
  const lines = { base: base?.text ?? null, ours: ours?.text ?? null, theirs: theirs?.text ?? null };
  if (lines.ours === lines.theirs || lines.theirs === lines.base) return lines.ours;
  if (lines.ours === lines.base || sayTheSame(ours, base)) return lines.theirs;
  return sayTheSame(ours, theirs) || sayTheSame(theirs, base) ? lines.ours : { lines };
}

/** The settings of all versions in order, each line with what becomes of it. */
export function mergeFront(versions: Versions, output: MergeOutput): void {
  const { base, ours, theirs } = versions;
  const items = { base: new FrontItems(base), ours: new FrontItems(ours), theirs: new FrontItems(theirs) };
  const merged = mergeOrder(items.base, items.ours, items.theirs).map((key) => ({
    key,
    outcome: mergeFrontItem(key, items),
  }));
  const fronts = [ours.front, theirs.front];
  const isDeleted = base.front !== null && fronts.includes(null);
  if (
    merged.every(({ outcome }) => outcome === null) &&
    (isDeleted || fronts.every((front) => front === null))
  )
    return;
  output.line(fenceOf(versions, 'open') ?? FENCE);
  for (const { key, outcome } of merged) {
    if (outcome === null) continue;
    if (typeof outcome === 'string') output.line(outcome);
    else output.conflict('setting', settingName(key), outcome.lines);
  }
  const close = fenceOf(versions, 'close');
  if (close !== null) output.line(close);
}

/** The setting that a key of `FrontItems` names, for people. */
export function settingName(key: string): string {
  return key.startsWith(SETTING) ? key.slice(SETTING.length).replace('\0', ' ') : 'settings';
}

const FENCE = '#---';

function fenceOf({ ours, theirs }: Versions, which: 'open' | 'close'): string | null {
  for (const { front, text } of [ours, theirs]) {
    const range = front?.[which] ?? null;
    if (range !== null) return text.slice(range.start, range.end);
  }
  return null;
}

function sayTheSame(one: FrontItem | null, other: FrontItem | null): boolean {
  const [a, b] = [one?.entry ?? null, other?.entry ?? null];
  if (a === null || b === null || a.nested !== null || b.nested !== null) return false;
  return a.text === b.text && (a.items === null) === (b.items === null);
}
