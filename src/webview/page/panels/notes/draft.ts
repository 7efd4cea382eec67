import { mergeLines, setNotes } from '../../../../core';
import type { PanelOptions, PanelPlace } from '../frame';
import { notesText as text } from './text';

/** The notes that somebody is writing. */
export interface Draft {
  readonly text: string;
  /** The notes in the file. */
  readonly notes: string;
  /** False as long as nothing is typed. */
  readonly dirty: boolean;
  /** What the notes become: also what others changed in the file meanwhile; null when that were the same lines. */
  readonly merged: string | null;
}

type Place = Pick<PanelPlace, 'session' | 'options' | 'setOptions' | 'actions'>;

/** The Markdown of the file's notes. */
export function notesOf({ session }: Pick<PanelPlace, 'session'>): string {
  return session.notebook.document.noteLines.map((line) => line.text).join('\n');
}

/** What is being written, or null. */
export function draftOf(place: Pick<PanelPlace, 'session' | 'options'>): Draft | null {
  const { draft, base } = place.options;
  if (typeof draft !== 'string' || typeof base !== 'string') return null;
  const notes = notesOf(place);
  if (draft === base) return { text: notes, notes, dirty: false, merged: notes };
  if (notes === base) return { text: draft, notes, dirty: true, merged: draft };
  const merged = mergeLines(base.split('\n'), draft.split('\n'), notes.split('\n'));
  return { text: draft, notes, dirty: true, merged: merged?.join('\n') ?? null };
}

/** True when something is typed that the file does not have. */
export function holdsDraft({ draft, base }: PanelOptions): boolean {
  return typeof draft === 'string' && typeof base === 'string' && draft !== base;
}

/** Begins to write. */
export function beginDraft(place: Place): void {
  keep(place, notesOf(place), notesOf(place));
}

/** Keeps what is typed. */
export function typeDraft(place: Place, typed: string): void {
  const { draft, base } = place.options;
  keep(place, typed, typeof base !== 'string' || draft === base ? notesOf(place) : base);
  place.actions.viewChanged();
}

/** No longer writes; what was not taken over is gone. */
export function endDraft(place: Place): void {
  place.setOptions({ draft: null, base: null });
}

/**
 * Takes the draft over into the file, one step of undo. False when it cannot be: the file is locked, or others changed
 * the same lines.
 *
 * @param stay true when more will be written
 * @param text in place of what follows from the draft
 */
export function commitDraft(
  place: Place,
  stay: boolean,
  wanted: string | null = draftOf(place)?.merged ?? null,
): boolean {
  const draft = draftOf(place);
  if (draft === null) return true;
  const { session, actions } = place;
  if (draft.dirty) {
    if (session.readOnly !== null || wanted === null) return false;
    const edits = setNotes(session.notebook.document, wanted);
    // Refused while the page gets the file anew: then the draft is all there is.
    if (edits.length > 0 && !actions.edit(edits, text.edit)) return false;
    actions.announce(text.saved);
  }
  if (stay) keep(place, notesOf(place), notesOf(place));
  else endDraft(place);
  return true;
}

function keep({ setOptions }: Place, draft: string, base: string): void {
  setOptions({ draft, base });
}
