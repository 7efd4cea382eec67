import type { Versions } from './columns';
import type { MergeRefusal, RefusalCode, VersionName } from './types';
import type { RetentionDocument } from '../document/types';

const WHOSE: Readonly<Record<VersionName, string>> = {
  base: 'The common version',
  ours: 'Our version',
  theirs: 'Their version',
};

const WHY: Readonly<Record<RefusalCode, string>> = {
  R101: 'holds conflict markers',
  R103: 'is of a newer version of the format',
  R104: 'has no header with a column “period”',
  R106: 'is not UTF-8 text',
  R301: 'has a quote that is never closed',
  R303: 'has more columns than can be read',
  R305: 'has two columns of the same name',
  R403: 'has two rows that their period and segment do not tell apart',
  dialect: 'has another delimiter or decimal sign than ours, and both differ from the common version',
};

const BY_READ_ONLY = { 'conflict-markers': 'R101', 'newer-version': 'R103', 'not-utf8': 'R106' } as const;

/** Why the rows of some version can't be told apart, or null when they can. */
export function refusalOf(versions: Versions): MergeRefusal | null {
  for (const version of ['ours', 'theirs', 'base'] as const) {
    const document = versions[version];
    // Two files of the same name that both sides added have nothing in common.
    const isEmpty = version === 'base' && document.header === null && document.readOnly === null;
    const code = isEmpty ? null : codeOf(document);
    if (code !== null) return refuse(version, code);
  }
  return null;
}

/** @example refuse('ours', 'R301').reason; // 'Our version has a quote that is never closed.' */
export function refuse(version: VersionName, code: RefusalCode): MergeRefusal {
  return { kind: 'refused', version, code, reason: `${WHOSE[version]} ${WHY[code]}.` };
}

function codeOf(document: RetentionDocument): RefusalCode | null {
  if (document.readOnly !== null) return BY_READ_ONLY[document.readOnly];
  if (document.hasOpenQuote) return 'R301';
  const { columns } = document;
  if (document.header === null || document.column('period') === null) return 'R104';
  if (document.headerCellCount > columns.length) return 'R303';
  const names = columns.map(({ name }) => name.trim().toLowerCase()).filter((name) => name !== '');
  return new Set(names).size < names.length ? 'R305' : null;
}
