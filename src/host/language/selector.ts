import type * as vscode from 'vscode';

/** The documents the text view's features are for: every `.retention` text, wherever it comes from (diffs too). */
export const SELECTOR: vscode.DocumentSelector = { language: 'retention' };
