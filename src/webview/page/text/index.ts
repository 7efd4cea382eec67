import { edit } from './edits';
import { find } from './find';
import { header, granularity, per, method, methodFormula } from './header';
import { addColumn, goToRow, menu, renameColumn } from './menu';
import { failure, readOnly, refused, paste } from './notices';
import { order, columnMenu } from './order';
import { problems } from './problems';
import { columns, computed, announce, statistics, empty } from './sheet';
import { summary } from './summary';
import { taskStatus } from './taskStatus';

/** What stands where a number does not exist. */
export const NO_VALUE = '\u2013';

/**
 * Every word the page shows, by surface, so that another language is another object of this shape.
 * Numbers come in already written for the reader's locale; `n` beside them is for the plural only.
 */
export const text = {
  separator: ' \u00b7 ',
  panels: 'Panels',
  header,
  granularity,
  per,
  method,
  methodFormula,
  summary,
  taskStatus,
  columns,
  computed,
  edit,
  problems,
  order,
  find,
  columnMenu,
  failure,
  readOnly,
  statistics,
  refused,
  paste,
  empty,
  menu,
  goToRow,
  addColumn,
  renameColumn,
  announce,
};
