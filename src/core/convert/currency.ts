import type { SourceRow } from './sourceTable';

/** Signs that mean one currency wherever they are written; `$` and `kr` are those of many countries. */
const CODES: Readonly<Record<string, string>> = { '€': 'EUR', zł: 'PLN' };

const SIGN = /\p{Sc}|zł|kr\.?(?=\s|\d|$)|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/u;

/** The currency that amounts of money carry. */
export interface FoundCurrency {
  /** Its code, or null where the signs mean several or one that cannot be told. */
  readonly code: string | null;
  /** The signs as they are written, each once. */
  readonly signs: readonly string[];
}

/**
 * The currency signs in columns of money, which the format keeps in a setting and not in the cells; null when there are
 * none.
 *
 * @example
 * findCurrency([{ cells: ['€ 5,50'], line: 2 }], [0]); // { code: 'EUR', signs: ['€'] }
 */
export function findCurrency(rows: readonly SourceRow[], columns: readonly number[]): FoundCurrency | null {
  const signs = new Set<string>();
  for (const { cells } of rows) {
    for (const column of columns) {
      const sign = /\d/.test(cells[column]!) ? SIGN.exec(cells[column]!)?.[0] : undefined;
      if (sign !== undefined) signs.add(sign);
    }
  }
  if (signs.size === 0) return null;
  const codes = new Set([...signs].map((sign) => CODES[sign] ?? (/^[A-Z]{3}$/.test(sign) ? sign : null)));
  const [code = null] = codes;
  return { code: codes.size === 1 ? code : null, signs: [...signs] };
}
