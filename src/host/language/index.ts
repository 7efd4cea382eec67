import * as vscode from 'vscode';
import type { LiveFiles } from '../live';
import { registerCodeActions } from './codeActions';
import { registerDiagnostics } from './diagnostics';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';

/** Registers a feature of the text view; it reads a file when VS Code asks about one. */
type Registration = (files: LiveFiles, extension: vscode.Uri) => vscode.Disposable;

const registrations: readonly Registration[] = [
  registerCodeActions,
  registerDiagnostics,
  registerHover,
  registerInlayHints,
];

/**
 * Registers the features of the text view with VS Code: cheap, since each computes when VS Code asks.
 *
 * @param extension where the extension is installed
 */
export function registerLanguage(files: LiveFiles, extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(...registrations.map((register) => register(files, extension)));
}
