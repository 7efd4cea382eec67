import type { Command, GridMenuRequest } from '../../grid';
import type { MenuEntry } from './contextMenu';
import { keyName } from './keyNames';
import { text } from '../text';

/** What the menu has to know and can have done. */
export interface GridMenuContext {
  readonly mac: boolean;
  /** Why nothing may be edited, or null. */
  readonly readOnly: string | null;
  /** Why rows cannot be moved, or null. */
  readonly fixedOrder: string | null;
  /** Rows selected, at least partly; the line for a new row is none. */
  readonly rows: number;
  /** Columns hidden in the view. */
  readonly hidden: number;
  execute(command: Command): void;
  addRow(): void;
  openAsText(): void;
  goToRow(): void;
}

/** What others add to the menu: groups of entries for what it is about. */
export type MoreEntries = (request: GridMenuRequest) => readonly (readonly MenuEntry[])[];

/** The groups of the grid's context menu, by what it is about. */
export function gridMenu(
  request: GridMenuRequest,
  context: GridMenuContext,
  more: MoreEntries = () => [],
): readonly (readonly MenuEntry[])[] {
  const groups = groupsOf(request, context);
  // Before the way out into the text, which is always last.
  return [...groups.slice(0, -1), ...more(request), ...groups.slice(-1)];
}

function groupsOf(request: GridMenuRequest, context: GridMenuContext): readonly (readonly MenuEntry[])[] {
  const { readOnly, fixedOrder, rows } = context;
  const { menu } = text;
  const entry = (
    label: string,
    keys: string,
    run: () => void,
    disabled: string | null = null,
  ): MenuEntry => ({
    label,
    keys: keyName(keys, context.mac),
    disabled,
    run,
  });
  const does = (label: string, keys: string, command: Command, disabled: string | null = null): MenuEntry =>
    entry(label, keys, () => context.execute(command), disabled);
  const noRow = rows === 0 ? menu.noRow : null;

  const clipboard = [
    does(menu.cut, 'Mod+X', { type: 'cut' }, readOnly ?? noRow),
    does(menu.copy, 'Mod+C', { type: 'copy', format: 'cells' }, noRow),
    does(menu.copyWithHeaders, '', { type: 'copy', format: 'cellsWithHeaders' }, noRow),
    does(menu.copyAsCsv, '', { type: 'copy', format: 'csv' }, noRow),
    does(menu.copyAsMarkdown, '', { type: 'copy', format: 'markdown' }, noRow),
    does(menu.paste, 'Mod+V', { type: 'paste' }, readOnly),
  ];
  const content = [
    does(menu.clear, 'Delete', { type: 'clear' }, readOnly ?? noRow),
    does(menu.fillDown, 'Mod+D', { type: 'fillDown' }, readOnly ?? noRow),
    does(menu.fillRight, '', { type: 'fillRight' }, readOnly ?? noRow),
  ];
  const rowEntries = [
    does(menu.insertAbove(Math.max(1, rows)), 'Mod+Shift+Enter', { type: 'insertAbove' }, readOnly),
    does(menu.insertBelow(Math.max(1, rows)), 'Mod+Enter', { type: 'insertBelow' }, readOnly),
    does(menu.duplicate(rows), 'Shift+Alt+Down', { type: 'duplicateRows', step: 1 }, readOnly ?? noRow),
    does(menu.moveUp, 'Alt+Up', { type: 'moveRows', step: -1 }, readOnly ?? noRow ?? fixedOrder),
    does(menu.moveDown, 'Alt+Down', { type: 'moveRows', step: 1 }, readOnly ?? noRow ?? fixedOrder),
    does(menu.deleteRows(rows), 'Mod+Shift+K', { type: 'deleteRows' }, readOnly ?? noRow),
  ];
  const addRow = entry(menu.addRow, '', () => context.addRow(), readOnly);
  const hidden = context.hidden > 0;
  const showAll = does(menu.showHidden(context.hidden), '', { type: 'showColumns', beside: 'all' });
  const columnEntries = [
    does(menu.hideColumn, '', { type: 'hideColumns' }),
    ...(hidden ? [showAll] : []),
    does(menu.moveLeft, '', { type: 'moveColumns', step: -1 }),
    does(menu.moveRight, '', { type: 'moveColumns', step: 1 }),
    does(menu.fit, '', { type: 'fitColumns' }),
    does(menu.widen, '', { type: 'widenColumns', step: 1 }),
    does(menu.narrow, '', { type: 'widenColumns', step: -1 }),
    does(menu.resetColumns, '', { type: 'resetColumns' }),
  ];
  const wayOut = [
    entry(menu.goToRow, 'Ctrl+G', () => context.goToRow()),
    entry(menu.openAsText, '', () => context.openAsText()),
  ];

  switch (request.target.type) {
    case 'cell':
      return [clipboard, content, rowEntries, columnEntries.slice(0, hidden ? 2 : 1), wayOut];
    case 'rows':
      return [clipboard, content.slice(0, 2), rowEntries, wayOut];
    case 'columns':
      return [columnEntries, clipboard, content, wayOut];
    case 'all':
      return [clipboard, content.slice(0, 1), hidden ? [showAll] : [], columnEntries.slice(-1), wayOut];
    case 'hidden': {
      const { column } = request.target;
      return [
        [
          does(menu.showHere, '', { type: 'showColumns', beside: column }),
          showAll,
          does(menu.resetColumns, '', { type: 'resetColumns' }),
        ],
      ];
    }
    case 'outside':
      return [[addRow], clipboard.slice(-1), wayOut];
  }
}
