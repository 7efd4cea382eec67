import * as vscode from 'vscode';
import type { LiveNotebook, ProblemCode } from '../../core';
import {
  fixAllOfKind,
  fixAllSafe,
  kindsToFix,
  problemKind,
  problemsIn,
  quickFixes,
  text,
} from '../../language';
import type { QuickFix } from '../../language';
import type { LiveFiles } from '../live';
import { offsetsOf, rangeOf, workspaceEditOf } from './convert';
import { SELECTOR } from './selector';

const { CodeActionKind } = vscode;

/** What "Fix All", and saving with it, does. */
const FIX_ALL = CodeActionKind.SourceFixAll.append('retention');

/** A fix of many problems, whose edits are made when it is chosen: `code` null is all safe fixes. */
class FixMany extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly code: ProblemCode | null,
  ) {
    super(title, kind);
  }
}

/** The fixes of problems: one by one, all of a kind, and all that are safe. */
export function registerCodeActions(files: LiveFiles): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document, range, { only, diagnostics }, token) => {
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return [];
      const wanted = (kind: vscode.CodeActionKind): boolean => only === undefined || only.contains(kind);
      const actions: vscode.CodeAction[] = [];
      if (wanted(CodeActionKind.QuickFix)) {
        actions.push(...fixesAt(notebook, document, range, diagnostics));
      }
      // Offered as an action of the whole file only where somebody asks for such.
      if (only?.contains(FIX_ALL) === true) {
        actions.push(new FixMany(text.fixAll, FIX_ALL, document, null));
      }
      return actions;
    },
    resolveCodeAction: async (action) => {
      if (!(action instanceof FixMany)) return action;
      const { document, code } = action;
      const notebook = await files.notebook(document);
      if (notebook === null) return action;
      const source = document.getText();
      const edits =
        code === null ? fixAllSafe(source, notebook.today) : fixAllOfKind(source, notebook.today, code);
      action.edit = workspaceEditOf(document, edits);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(SELECTOR, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
  });
}

function fixesAt(
  notebook: LiveNotebook,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const problems = problemsIn(notebook, offsetsOf(document, range));
  const kinds = kindsToFix(problems);
  return [
    ...quickFixes(problems).map((fix) => quickFix(document, fix, diagnostics)),
    ...kinds.map((code) => {
      const title = text.fixKind(code, problemKind(code)?.title ?? code);
      return new FixMany(title, CodeActionKind.QuickFix, document, code);
    }),
  ];
}

function quickFix(
  document: vscode.TextDocument,
  { problem, fix, preferred }: QuickFix,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, CodeActionKind.QuickFix);
  action.edit = workspaceEditOf(document, fix.edits);
  action.isPreferred = preferred;
  const range = rangeOf(document, problem.range);
  action.diagnostics = diagnostics.filter(
    (diagnostic) => codeOf(diagnostic) === problem.code && diagnostic.range.isEqual(range),
  );
  return action;
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
