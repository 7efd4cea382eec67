import type { GridCommand } from '../../../protocol';

/** The parts of a `KeyboardEvent` that decide. */
type Stroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>;

/**
 * What a key means for finding, as in VS Code, or null. On a Mac Cmd takes the part of Ctrl, and Cmd+H hides
 * the window, so that Cmd+Alt+F replaces.
 */
export function findCommandFor(stroke: Stroke, mac: boolean): GridCommand | null {
  if (stroke.isComposing) return null;
  const primary = mac ? stroke.metaKey && !stroke.ctrlKey : stroke.ctrlKey && !stroke.metaKey;
  const other = stroke.ctrlKey || stroke.metaKey;
  if (stroke.key === 'F3' && !other && !stroke.altKey) return stroke.shiftKey ? 'findPrevious' : 'findNext';
  if (!primary || stroke.shiftKey) return null;
  if (stroke.code === 'KeyF') return !stroke.altKey ? 'find' : mac ? 'replace' : null;
  return stroke.code === 'KeyH' && !stroke.altKey && !mac ? 'replace' : null;
}
