import type { Problem } from '../document/problem';
import type { RetentionDocument } from '../document/types';
import { logicProblems } from './logicProblems';
import { orderProblems } from './orderProblems';
import type { RowLinks } from './rowLinks';

/**
 * The problems of a row that the checks across rows and columns find: R403–R406, R501–R506 and R508.
 * Costs nothing for a row without problems.
 */
export function checkProblemsOf(
  document: RetentionDocument,
  links: RowLinks,
  row: number,
): readonly Problem[] {
  if (!links.hasProblems(row)) return [];
  return [
    ...orderProblems(document, links.table, row),
    ...logicProblems(document, links.table, links.totals, row),
  ];
}
