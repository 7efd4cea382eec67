/** Undo in a field that somebody has typed into is the field's own; VS Code would undo the last edit of the file. */
export function ownKeys(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.type === 'range') return;
  const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
  if (isUndo && target.value !== '') event.stopPropagation();
}

/** As in a table of numbers: up, down and Enter lead to the field above or below. */
export function moveInColumn(event: KeyboardEvent): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || event.isComposing) return;
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
  if ((!down && !up) || event.ctrlKey || event.metaKey || event.altKey) return;
  const cell = input.closest('td');
  const rows = cell?.closest('table')?.rows;
  if (cell === null || rows === undefined) return;
  const column = [...rows].flatMap((row) => row.cells[cell.cellIndex]?.querySelector('input') ?? []);
  event.preventDefault();
  const next = column[column.indexOf(input) + (down ? 1 : -1)];
  next?.focus();
  next?.select();
}
