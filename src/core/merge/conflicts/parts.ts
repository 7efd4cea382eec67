import { endsLine } from '../../text/chars';
import type { Eol } from '../../text/chars';
import { zoneName } from '../lineZone';
import type { ConflictLines } from '../output';
import type { ConflictCell, ConflictPart, SideChoice } from './types';

/** What the merge made of a part: lines, null when it goes, or what each side would have. */
export type Outcome = string | null | { readonly lines: ConflictLines };

/** Collects the parts of a hunk in order. */
export class PartList {
  readonly list: ConflictPart[] = [];
  private readonly ids = new Set<string>();

  constructor(
    private readonly eol: Eol,
    private readonly baseKnown: boolean,
  ) {}

  /** A setting or a row, as each version has it and as it was merged. */
  add(
    kind: 'setting' | 'row',
    name: string,
    sources: ConflictLines,
    outcome: Outcome,
    cells: readonly ConflictCell[],
  ): void {
    if (typeof outcome === 'object' && outcome !== null) {
      this.push(kind, name, outcome.lines, null, cells);
      return;
    }
    // Whether one side added the part or the other one deleted it, only the base could tell.
    const isOpen = !this.baseKnown && (sources.ours === null || sources.theirs === null);
    this.push(kind, name, sources, isOpen ? null : (outcome ?? ''), cells);
  }

  /** Other lines that both changed. */
  addLines(lines: ConflictLines): void {
    if (lines.ours === lines.theirs) this.addMerged(lines.ours);
    else this.push('lines', zoneName(lines), lines, null, []);
  }

  /** Lines about which there is nothing to decide. */
  addMerged(text: string | null): void {
    if (text === null || text === '') return;
    const merged = this.ended(text);
    const last = this.list.at(-1);
    if (last?.kind === 'lines' && last.merged !== null) {
      const joined = last.merged + merged;
      this.list[this.list.length - 1] = { ...last, merged: joined, ours: joined, theirs: joined };
    } else this.push('lines', 'lines', { ours: merged, base: null, theirs: merged }, merged, []);
  }

  /** `merged` is null for a part that is contested. */
  private push(
    kind: ConflictPart['kind'],
    name: string,
    lines: ConflictLines,
    merged: string | null,
    cells: readonly ConflictCell[],
  ): void {
    const versions = {
      ours: lines.ours === null ? null : this.ended(lines.ours),
      base: lines.base === null ? null : this.ended(lines.base),
      theirs: lines.theirs === null ? null : this.ended(lines.theirs),
    };
    this.list.push({
      id: this.idOf(kind, name),
      kind,
      name,
      contested: merged === null,
      merged: merged === null || merged === '' ? merged : this.ended(merged),
      ...versions,
      cells,
      choices: choicesOf(kind, versions, this.baseKnown),
    });
  }

  private idOf(kind: ConflictPart['kind'], name: string): string {
    const id = kind === 'lines' ? 'lines' : `${kind}:${name}`;
    let unique = kind === 'lines' ? 'lines:1' : id;
    for (let count = 2; this.ids.has(unique); count++)
      unique = `${id}${kind === 'lines' ? ':' : '#'}${count}`;
    this.ids.add(unique);
    return unique;
  }

  private ended(text: string): string {
    return endsLine(text) ? text : text + this.eol;
  }
}

/** A hunk that could not be taken apart. */
export function wholePart(lines: ConflictLines): ConflictPart {
  const choices = choicesOf('lines', lines, lines.base !== null);
  const versions = { ours: lines.ours || null, base: lines.base || null, theirs: lines.theirs || null };
  return {
    id: 'lines:1',
    kind: 'lines',
    name: 'lines',
    contested: true,
    merged: null,
    ...versions,
    cells: [],
    choices,
  };
}

/** A side that has the part first, so that the first choice never loses anything of one side. */
function choicesOf(
  kind: ConflictPart['kind'],
  { ours, theirs }: ConflictLines,
  baseKnown: boolean,
): readonly SideChoice[] {
  const sides: SideChoice[] = ours === null && theirs !== null ? ['theirs', 'ours'] : ['ours', 'theirs'];
  if (kind === 'lines') sides.push('both');
  return baseKnown ? [...sides, 'base'] : sides;
}
