import type { TextEdit, TextRange } from '../text/edit';
import { applyEdits } from '../text/edit';
import type { Eol } from '../text/chars';
import { changeInPlace } from './change';
import { fileProblems, gapProblems } from './fileProblems';
import type { Front } from './front';
import { lastEntry } from './front';
import { unpack } from './issues';
import { loadDocument } from './load';
import type { Loaded } from './load';
import type { NoteLine } from './notes';
import { NoteStore } from './noteStore';
import type { PlaybookItem } from './playbook';
import type { Problem, Severity } from './problem';
import { withoutSafeFixes } from './reportProblem';
import { checkRow, RowCells } from './rowCells';
import { describeIssues } from './rowProblems';
import { TableValues } from './rowValues';
import type { RowValues } from './rowValues';
import type {
  Column,
  ColumnId,
  DocumentChange,
  Granularity,
  Percent,
  Period,
  ProblemCounts,
  ReadOnlyReason,
  RetentionDocument,
  Settings,
} from './types';

/**
 * Reads a `.retention` text. Never throws: whatever can't be understood is kept and named in the problems.
 *
 * @example
 * const document = parseDocument('period,start,new,lost,end\n2024-Q1,100,15,10,105\n');
 * document.number(0, 'lost'); // 10
 * document.cellRange(0, 3); // { start: 41, end: 43 }
 */
export function parseDocument(text: string): RetentionDocument {
  return new TextDocument(text);
}

class TextDocument implements RetentionDocument {
  private loaded: Loaded;
  private slots!: Map<ColumnId, number>;
  private byId!: Map<ColumnId, Column>;
  private cells!: RowCells;
  private noteStore!: NoteStore;

  constructor(text: string) {
    this.loaded = loadDocument(text);
    this.index();
  }

  get text(): string {
    // Joining moves every row into the new base text: cells that were split before lie elsewhere now.
    this.cells.forget();
    return this.loaded.joinedText();
  }
  slice(start: number, end: number): string {
    return this.loaded.slice(start, end);
  }
  get length(): number {
    return this.loaded.length;
  }
  get eol(): Eol {
    return this.loaded.eols.eol;
  }
  get settings(): Settings {
    return this.loaded.head.settings;
  }
  get front(): Front | null {
    return this.loaded.head.front;
  }
  get hasBom(): boolean {
    return this.loaded.head.hasBom;
  }
  get hasOpenQuote(): boolean {
    return this.loaded.recovered;
  }
  get header(): TextRange | null {
    return this.loaded.head.header?.range ?? null;
  }
  get headerCellCount(): number {
    return this.loaded.head.header?.cellCount ?? 0;
  }
  get columns(): readonly Column[] {
    return this.loaded.head.header?.columns ?? [];
  }
  get rowCount(): number {
    return this.loaded.table.count;
  }
  get rowsEnd(): number {
    return this.loaded.tailStart;
  }
  get readOnly(): ReadOnlyReason | null {
    return this.loaded.readOnly;
  }
  get reasonColumns(): readonly Column[] {
    return this.columns.filter((column) => column.reason !== null);
  }
  get rowProblemCounts(): ProblemCounts {
    return this.loaded.issueTotals;
  }

  get granularity(): Granularity {
    return this.settings.granularity ?? this.loaded.commonGranularity;
  }

  column(id: ColumnId): Column | null {
    return this.byId.get(id) ?? null;
  }

  cellCount(row: number): number {
    return this.cells.count(row);
  }

  cellText(row: number, column: number): string {
    return this.cells.text(row, column);
  }

  cellSource(row: number, column: number): string {
    return this.cells.source(row, column);
  }

  cellIsQuoted(row: number, column: number): boolean {
    return this.cells.isQuoted(row, column);
  }

  cellRange(row: number, column: number): TextRange | null {
    return this.cells.range(row, column);
  }

  rowRange(row: number): TextRange {
    checkRow(this.loaded, row);
    const start = this.loaded.table.place(row);
    return { start, end: start + this.loaded.table.length[row]! };
  }

  rowLineEnd(row: number): number {
    checkRow(this.loaded, row);
    return this.loaded.lineEndOf(row);
  }

  settingRange(key: string): TextRange | null {
    const entry = lastEntry(this.front, key);
    return entry === null ? null : entry.style === 'blank' ? entry.range : entry.valueRange;
  }

  rowAt(offset: number): number | null {
    const row = this.loaded.rowBefore(offset);
    if (row < 0) return null;
    return offset <= this.rowRange(row).end ? row : null;
  }

  number(row: number, id: ColumnId): number | null {
    const slot = this.slots.get(id);
    if (slot === undefined) return null;
    const value = this.loaded.table.values[slot]?.[row];
    if (value === undefined) return this.numberAt(row, this.byId.get(id)!.index);
    return value === value ? value : null;
  }

  numberAt(row: number, column: number): number | null {
    const { table, examiner } = this.loaded;
    const slot = examiner?.valueSlots[column] ?? -1;
    if (slot < 0 || examiner === null) return null;
    const value =
      table.values.length > 0 ? table.values[slot]![row] : examiner.valueOf(this.cellText(row, column));
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  goal(row: number): Percent | null {
    const { table, examiner } = this.loaded;
    return examiner?.goals.goalOf(table.goal[row] ?? 0) ?? null;
  }

  period(row: number): Period | null {
    return this.loaded.periodOf(row);
  }

  segment(row: number): string {
    const { table, examiner } = this.loaded;
    return examiner?.segments.texts[table.segment[row] ?? 0] ?? '';
  }

  get values(): RowValues {
    return new TableValues(
      this.loaded,
      (id) => this.slots.get(id),
      (row, id) => this.number(row, id),
    );
  }

  hasRowProblems(row: number): boolean {
    return (this.loaded.table.issues[row] ?? 0) !== 0;
  }

  problemCountOfRow(row: number, severity: Severity): number {
    return unpack(this.loaded.table.issues[row] ?? 0, severity);
  }

  problemsOfRow(row: number): readonly Problem[] {
    if (!this.hasRowProblems(row)) return [];
    const { scanner, offset } = this.cells.split(row);
    const problems = describeIssues(this.loaded.issuesOf(scanner), {
      text: scanner.text,
      cells: scanner.cells,
      row,
      offset,
      columns: this.columns,
      headerCellCount: this.headerCellCount,
      settings: this.settings,
      eol: this.eol,
      start: this.loaded.table.place(row),
      length: this.loaded.table.length[row]!,
    });
    return this.hasOpenQuote ? withoutSafeFixes(problems) : problems;
  }

  problemsOutsideRows(): readonly Problem[] {
    const problems = [
      ...fileProblems(this.loaded),
      ...this.loaded.head.problems,
      ...gapProblems(this.loaded),
      ...this.noteStore.playbook.problems,
    ];
    return this.hasOpenQuote ? withoutSafeFixes(problems) : problems;
  }

  get noteLines(): readonly NoteLine[] {
    return this.noteStore.lines;
  }

  get notes(): string {
    return this.noteLines.map((line) => line.text).join('\n');
  }

  get playbook(): readonly PlaybookItem[] {
    return this.noteStore.playbook.items;
  }

  apply(edits: readonly TextEdit[]): DocumentChange {
    const change = changeInPlace(this.loaded, edits);
    this.cells.forget();
    if (change !== null) return change;
    this.loaded = loadDocument(applyEdits(this.text, edits));
    this.index();
    return { whole: true, firstRow: 0, removedRows: 0, insertedRows: 0 };
  }

  private index(): void {
    const { loaded } = this;
    this.byId = new Map();
    this.slots = new Map();
    for (const column of this.columns) {
      if (column.id === null) continue;
      this.byId.set(column.id, column);
      const slot = loaded.examiner?.valueSlots[column.index] ?? -1;
      if (slot >= 0) this.slots.set(column.id, slot);
    }
    this.cells = new RowCells(loaded);
    this.noteStore = new NoteStore(loaded);
  }
}
