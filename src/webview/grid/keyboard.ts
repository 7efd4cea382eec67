import type { CopyFormat } from './clipboard';
import type { Motion } from './navigation';

/** The parts of a `KeyboardEvent` that decide. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Where the keys go: to the cells, or into an open cell typed over (`enter`) or opened by F2 (`edit`). */
export type KeyMode = 'navigate' | 'enter' | 'edit';

export interface KeyContext {
  readonly mode: KeyMode;
  /** On a Mac, Cmd takes the part of Ctrl. */
  readonly mac: boolean;
  /** What Enter does on a cell: open it, or go down as in Excel. */
  readonly enterKey: 'edit' | 'down';
  /** Several cells are selected: Enter then goes round them, whatever it does on one. */
  readonly several: boolean;
}

/** What the grid can be told to do by a key, a menu or the page. */
export type Command =
  | { readonly type: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly type: 'tab'; readonly step: 1 | -1 }
  | { readonly type: 'enter'; readonly step: 1 | -1 }
  | { readonly type: 'open' }
  | { readonly type: 'caret' }
  | { readonly type: 'cancel' }
  | { readonly type: 'lineBreak' }
  | { readonly type: 'textUndo' }
  | { readonly type: 'textRedo' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'copy'; readonly format: CopyFormat }
  | { readonly type: 'cut' }
  | { readonly type: 'paste' }
  | { readonly type: 'clear' }
  | { readonly type: 'fillDown' }
  | { readonly type: 'fillRight' }
  | { readonly type: 'fillToEnd' }
  | { readonly type: 'fillOrInsertBelow' }
  | { readonly type: 'insertAbove' }
  | { readonly type: 'insertBelow' }
  | { readonly type: 'deleteRows' }
  | { readonly type: 'moveRows'; readonly step: 1 | -1 }
  | { readonly type: 'duplicateRows'; readonly step: 1 | -1 }
  | { readonly type: 'columnMenu' }
  | { readonly type: 'menu' }
  | { readonly type: 'goToRow' }
  | { readonly type: 'hideColumns' }
  | { readonly type: 'showColumns'; readonly beside: number | 'all' }
  | { readonly type: 'moveColumns'; readonly step: 1 | -1 }
  | { readonly type: 'widenColumns'; readonly step: 1 | -1 }
  | { readonly type: 'fitColumns' }
  | { readonly type: 'resetColumns' }
  | { readonly type: 'selectRow' }
  | { readonly type: 'selectColumn' }
  | { readonly type: 'selectAll' };

const arrows: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * The command a key stroke means, or null when it is not the grid's: then it must be left alone, neither
 * prevented nor stopped, so that it types, or reaches VS Code.
 */
export function commandFor(stroke: KeyStroke, context: KeyContext): Command | null {
  // 229 is a key that an input method has taken, also where `isComposing` is not set yet or no longer.
  if (stroke.isComposing || stroke.keyCode === 229) return null;
  const primary = context.mac ? stroke.metaKey : stroke.ctrlKey;
  const other = context.mac ? stroke.ctrlKey : stroke.metaKey;
  // Ctrl+Alt is AltGr on Windows: it types characters.
  if (primary && stroke.altKey) return null;
  const undo = undoCommand(stroke, primary && !other, context);
  if (undo !== null) return undo;
  return context.mode === 'navigate'
    ? navigating(stroke, primary, other, context)
    : editing(stroke, primary, other, context.mode);
}

function navigating(
  stroke: KeyStroke,
  primary: boolean,
  other: boolean,
  context: KeyContext,
): Command | null {
  const { key, shiftKey: shift, altKey: alt } = stroke;
  if (alt) return primary || other ? null : withAlt(key, shift);
  if (key === ' ') {
    // Ctrl+Space is the same key on a Mac: Cmd+Space belongs to the system.
    if (stroke.ctrlKey && !stroke.metaKey) return shift ? { type: 'selectAll' } : { type: 'selectColumn' };
    return shift && !primary && !other ? { type: 'selectRow' } : null;
  }
  // As in VS Code: Ctrl+G also on a Mac, where Cmd+G finds the next match.
  if (stroke.ctrlKey && !stroke.metaKey && !shift && letterOf(stroke) === 'g') return { type: 'goToRow' };
  if (other) return null;
  if (!primary && (shift ? key === 'F10' : key === 'ContextMenu')) return { type: 'menu' };
  const motion = motionOf(key, primary);
  if (motion !== null) return { type: 'move', motion, extend: shift };
  switch (key) {
    case 'Tab':
      return primary ? null : { type: 'tab', step: shift ? -1 : 1 };
    case 'Enter':
      if (primary) return shift ? { type: 'insertAbove' } : { type: 'fillOrInsertBelow' };
      if (shift) return { type: 'enter', step: -1 };
      return context.enterKey === 'edit' && !context.several ? { type: 'open' } : { type: 'enter', step: 1 };
    case 'F2':
      return primary || shift ? null : { type: 'open' };
    case 'Delete':
    case 'Backspace':
      return primary || shift ? null : { type: 'clear' };
    case 'Escape':
      return primary || shift ? null : { type: 'cancel' };
  }
  if (!primary) return null;
  switch (letterOf(stroke)) {
    case 'a':
      return shift ? null : { type: 'selectAll' };
    case 'd':
      return shift ? null : { type: 'fillDown' };
    case 'l':
      return shift ? { type: 'columnMenu' } : null;
    case 'k':
      return shift ? { type: 'deleteRows' } : null;
    default:
      return null;
  }
}

/** As VS Code moves and copies the lines of a text. */
function withAlt(key: string, shift: boolean): Command | null {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  return { type: shift ? 'duplicateRows' : 'moveRows', step: key === 'ArrowUp' ? -1 : 1 };
}

function editing(
  stroke: KeyStroke,
  primary: boolean,
  other: boolean,
  mode: 'enter' | 'edit',
): Command | null {
  const { key, shiftKey: shift, altKey: alt } = stroke;
  if (other) return null;
  if (alt) return key === 'Enter' && !shift ? { type: 'lineBreak' } : null;
  switch (key) {
    case 'Enter':
      if (primary) return shift ? { type: 'insertAbove' } : { type: 'fillOrInsertBelow' };
      return { type: 'enter', step: shift ? -1 : 1 };
    case 'Tab':
      return primary ? null : { type: 'tab', step: shift ? -1 : 1 };
    case 'Escape':
      return primary || shift ? null : { type: 'cancel' };
    case 'F2':
      return primary || shift || mode === 'edit' ? null : { type: 'caret' };
  }
  if (mode === 'edit' || shift) return null;
  const motion = key.startsWith('Arrow') || key.startsWith('Page') ? motionOf(key, primary) : null;
  return motion === null ? null : { type: 'move', motion, extend: false };
}

function undoCommand(stroke: KeyStroke, primary: boolean, { mode }: KeyContext): Command | null {
  if (!primary || stroke.altKey) return null;
  const letter = letterOf(stroke);
  const inText = mode !== 'navigate';
  if (letter === 'z' && !stroke.shiftKey) return { type: inText ? 'textUndo' : 'undo' };
  if ((letter === 'z' && stroke.shiftKey) || (letter === 'y' && !stroke.shiftKey)) {
    return { type: inText ? 'textRedo' : 'redo' };
  }
  return null;
}

function motionOf(key: string, primary: boolean): Motion | null {
  const arrow = arrows[key];
  if (arrow !== undefined) return primary ? `edge-${arrow}` : arrow;
  switch (key) {
    case 'Home':
      return primary ? 'grid-start' : 'row-start';
    case 'End':
      return primary ? 'grid-end' : 'row-end';
    // Ctrl+PageUp and Ctrl+PageDown switch VS Code's editors.
    case 'PageUp':
      return primary ? null : 'page-up';
    case 'PageDown':
      return primary ? null : 'page-down';
    default:
      return null;
  }
}

/** The Latin letter of a stroke; on other alphabets, the letter printed at that place of the keyboard. */
function letterOf({ key, code }: KeyStroke): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) && !/^[\x20-\x7e]$/.test(key) ? code.charAt(3).toLowerCase() : '';
}
