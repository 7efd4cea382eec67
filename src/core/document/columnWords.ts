import type { ColumnId } from './types';

/**
 * What columns are called where people keep numbers of their own: English, then Dutch, Finnish, Polish and Danish, in
 * small letters. Each word means one thing only, whatever else is in the file: `left` may be those who stayed, `joined` a
 * date, so neither is here.
 */
const WORDS = {
  start:
    's|cs|customers start|start customers|opening|klanten begin|beginstand|alku|alussa|początek|na początku|begyndelse',
  new:
    'n|w|cn|acquired|new customers|werven|geworven|nieuw|nieuwe|nieuwe klanten|uudet|uusia|uudet asiakkaat' +
    '|nowi|nowych|nowi klienci|nye|nye kunder',
  lost:
    'l|churned|lost customers|churned customers|verloren|verloren klanten|vertrokken|menetetyt|menetetty' +
    '|menetetyt asiakkaat|utraceni|utraconych|utraceni klienci|mistede|mistede kunder|tabte',
  end: 'e|ce|customers end|closing|klanten einde|eind|einde|eindstand|loppu|lopussa|koniec|na koniec|slut',
  reactivated: 'reactivations|won back|winback|win back|teruggewonnen|palautuneet|odzyskani|genvundne',
  goal: 'target|doel|tavoite|cel|mål',
  period: 'periode|kausi|okres',
  segment: 'segmentti',
  note: 'comment|comments|opmerking|huomautus|uwagi|bemærkning',
} as const satisfies Partial<Record<ColumnId, string>>;

/** A column that has other names. */
export type NamedColumn = keyof typeof WORDS;

/** The other names of a column, separated by `|`; words of one name by a space. */
export function columnWords(column: NamedColumn): string {
  return WORDS[column];
}

/** The column that each other name means. */
export const COLUMN_OF_WORDS: ReadonlyMap<string, NamedColumn> = new Map(
  (Object.keys(WORDS) as NamedColumn[]).flatMap((column) =>
    WORDS[column].split('|').map((words) => [words, column] as const),
  ),
);
