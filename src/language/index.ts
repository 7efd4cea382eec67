/**
 * What the text view shows, as plain data: each feature takes the live notebook of an open text (or its document) and
 * places as offsets of that text, and answers with ranges, texts and edits. No VS Code; the host turns them into its
 * types (src/host/language, one file a feature).
 *
 * A feature that is asked while somebody types or scrolls costs the rows it is asked about, not the file.
 */
export { COMPLETION_TRIGGERS, completionsAt } from './completion';
export type { Completion, CompletionKind, TextLine } from './completion';
export { formatEdits } from './format';
export { rowHints } from './hints';
export type { RowHint } from './hints';
export { hoverAt } from './hover/hover';
export type { Hover } from './hover/hover';
export { rowHover } from './hover/rowHover';
export { ticketLinks } from './links';
export type { TicketLink } from './links';
export { foldsOf, outlineOf } from './outline';
export type { Fold, OutlineItem, OutlineKind } from './outline';
export { DiagnosticList } from './problems/diagnostics';
export type { Diagnostic } from './problems/diagnostics';
export { fixAllOfKind, fixAllSafe } from './problems/fixAll';
export { kindsToFix, problemsIn, quickFixes } from './problems/fixes';
export type { QuickFix } from './problems/fixes';
export { PROBLEM_FAMILIES, problemKind } from './problems/kinds';
export type { ProblemFamily, ProblemKind } from './problems/kinds';
export { problemsPage, problemsPageLine } from './problems/page';
export { rename, renameTarget } from './rename';
export type { Refusal, RenameTarget } from './rename';
export { rowsIn } from './rows';
export type { RowSpan } from './rows';
export { text } from './text';
