import { TOKENS } from '../grammar/tokens';
import type { Random } from './random';
import type { Data } from './target';

/** Texts from here on get no longer: cases must stay small to be many. */
const LONGEST = 4000;
const MOST_ITEMS = 40;

/**
 * An input with a few random changes: pieces cut out, doubled, moved, taken from a second input or replaced by what the
 * formats are made of. Objects keep their fields and lists their kind of items, so that it is still an input.
 */
export function changed(random: Random, input: Data, other: Data): Data {
  let result = input;
  const texts = textsIn(other);
  for (let round = random.between(1, 4); round > 0; round--) {
    result = changeAt(random, result, random.below(Math.max(1, sizeOf(result))), texts).data;
  }
  return result;
}

interface Step {
  readonly data: Data;
  /** How many leaves are still to be passed; negative when the change is made. */
  readonly left: number;
}

/** Changes the leaf (or list) that is the `left`th of the input. */
function changeAt(random: Random, data: Data, left: number, texts: readonly string[]): Step {
  if (Array.isArray(data)) {
    if (left === 0) return { data: changedList(random, data), left: -1 };
    const items: Data[] = [...(data as readonly Data[])];
    let rest = left - 1;
    for (let index = 0; index < items.length && rest >= 0; index++) {
      const step = changeAt(random, items[index]!, rest, texts);
      items[index] = step.data;
      rest = step.left;
    }
    return { data: items, left: rest };
  }
  if (typeof data === 'object' && data !== null) {
    const fields: Record<string, Data> = {};
    let rest = left;
    for (const [name, value] of Object.entries(data)) {
      const step: Step =
        rest < 0 || name === 'kind' ? { data: value, left: rest } : changeAt(random, value, rest, texts);
      fields[name] = step.data;
      rest = step.left;
    }
    return { data: fields, left: rest };
  }
  return { data: left === 0 ? changedLeaf(random, data, texts) : data, left: left - 1 };
}

function changedLeaf(random: Random, data: null | boolean | number | string, texts: readonly string[]): Data {
  if (typeof data === 'string') return changedText(random, data, texts);
  if (typeof data === 'number') return changedNumber(random, data);
  return typeof data === 'boolean' ? !data : data;
}

function changedNumber(random: Random, value: number): number {
  if (random.percent(30)) return random.pick([0, 1, 2, 10, 100, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER]);
  if (random.percent(50)) return random.below(100);
  return random.percent(50) ? value + 1 : Math.floor(value / 2);
}

function changedList(random: Random, items: readonly Data[]): Data {
  if (items.length === 0) return items;
  const at = random.below(items.length);
  const count = random.between(1, Math.min(3, items.length - at));
  const piece = items.slice(at, at + count);
  const to = random.below(items.length + 1);
  if (random.percent(50) || items.length >= MOST_ITEMS)
    return [...items.slice(0, at), ...items.slice(at + count)];
  return [...items.slice(0, to), ...piece, ...items.slice(to)];
}

function changedText(random: Random, text: string, texts: readonly string[]): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + (random.percent(60) ? random.below(4) : random.below(80)));
  const to = random.below(text.length + 1);
  const other = texts.length === 0 ? text : random.pick(texts);
  const result = ((): string => {
    switch (random.below(8)) {
      case 0:
        return text.slice(0, at) + text.slice(end);
      case 1:
        return text.slice(0, to) + text.slice(at, end) + text.slice(to);
      case 2:
        return text.slice(0, at) + random.pick(TOKENS) + text.slice(end);
      case 3:
      case 4:
        return text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
      case 5: {
        const from = random.below(other.length + 1);
        return text.slice(0, at) + other.slice(from, from + random.below(60)) + text.slice(at);
      }
      case 6:
        return changedLines(random, text);
      default:
        return (
          text.slice(0, at) +
          String.fromCharCode(random.percent(80) ? random.below(128) : random.bits() & 0xffff) +
          text.slice(at)
        );
    }
  })();
  return result.length > Math.max(LONGEST, text.length) ? text : result;
}

/** A line deleted, doubled or exchanged with another one. */
function changedLines(random: Random, text: string): string {
  const lines = text.split(/(?<=\n)/);
  const [at, other] = [random.below(lines.length), random.below(lines.length)];
  const line = lines[at]!;
  switch (random.below(3)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(other, 0, line);
      break;
    default:
      lines[at] = lines[other]!;
      lines[other] = line;
  }
  return lines.join('');
}

/** How many leaves and lists an input has. */
function sizeOf(data: Data): number {
  if (Array.isArray(data))
    return (data as readonly Data[]).reduce<number>((sum, item) => sum + sizeOf(item), 1);
  if (typeof data !== 'object' || data === null) return 1;
  return Object.entries(data).reduce((sum, [name, value]) => sum + (name === 'kind' ? 0 : sizeOf(value)), 0);
}

function textsIn(data: Data): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null
    ? Object.values(data as readonly Data[]).flatMap(textsIn)
    : [];
}
