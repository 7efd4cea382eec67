import * as vscode from 'vscode';
import type { LiveFiles } from '../live';
import { registerCodeActions } from './codeActions';
import { registerCompletion } from './completion';
import { registerDiagnostics } from './diagnostics';
import { registerFolding } from './folding';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { registerLinks } from './links';
import { registerRename } from './rename';
import { registerSymbols } from './symbols';

/** Registers a feature of the text view; it reads a file when VS Code asks about one. */
type Registration = (files: LiveFiles, extension: vscode.Uri) => vscode.Disposable;

const registrations: readonly Registration[] = [
  registerCodeActions,
  registerCompletion,
  registerDiagnostics,
  registerFolding,
  registerFormatting,
  registerHover,
  registerInlayHints,
  registerLinks,
  registerRename,
  registerSymbols,
];

/**
 * Registers the features of the text view with VS Code, each of which computes when VS Code asks.
 *
 * @param extension where the extension is installed
 */
export function registerLanguage(files: LiveFiles, extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(...registrations.map((register) => register(files, extension)));
}
