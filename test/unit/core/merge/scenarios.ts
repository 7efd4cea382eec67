/** The sixteen ways in which two branches of one file meet, as the format lists them. */

const SETTINGS = [
  '#---',
  '# retention: 1',
  "# title: 'Two products'",
  '# goal: 85%',
  '# granularity: month',
  '# currency: EUR',
  '# method: classic',
  '#---',
];

const NOTES = [
  '#',
  '#> ## What happened',
  '#>',
  '#> January was calm.',
  '#> In March a reseller left.',
  '#>',
  '#> ## Playbook',
  '#>',
  '#> - [x] Welcome calls {since=2024-01}',
  '#> - [/] Price lock {due=2024-11-30}',
  '#> - [ ] Win-back mails',
];

const HEADER = 'period,segment,start,new,lost,end,note';

const ROWS = [1, 2, 3, 4, 5, 6].flatMap((month) =>
  ['SMB', 'Enterprise'].map((segment) => {
    const start = segment === 'SMB' ? 500 + 10 * month : 100 + month;
    return `2024-0${month},${segment},${start},30,20,${start + 10},`;
  }),
);

/** A file of six months and two segments; `change` edits its lines. */
function file(change: (lines: string[]) => void = () => undefined): string {
  const lines = [...SETTINGS, HEADER, ...ROWS, ...NOTES];
  change(lines);
  return `${lines.join('\n')}\n`;
}

type Change = (lines: string[]) => void;

const replace =
  (from: string, to: string): Change =>
  (lines) => {
    const index = lines.findIndex((line) => line.startsWith(from));
    if (index < 0) throw new Error(`No line begins with ${from}.`);
    lines[index] = to;
  };
const insertAfter =
  (line: string, ...added: string[]): Change =>
  (lines) => {
    const index = lines.findIndex((candidate) => candidate.startsWith(line));
    if (index < 0) throw new Error(`No line begins with ${line}.`);
    lines.splice(index + 1, 0, ...added);
  };
const remove =
  (from: string): Change =>
  (lines) => {
    lines.splice(
      lines.findIndex((line) => line.startsWith(from)),
      1,
    );
  };
const withColumn: Change = (lines) => {
  const header = lines.indexOf(HEADER);
  for (let index = header; index <= header + ROWS.length; index++) {
    lines[index] = lines[index]! + (index === header ? ',owner' : ',');
  }
};
const both =
  (...changes: Change[]): Change =>
  (lines) => {
    for (const change of changes) change(lines);
  };

const LAST = '2024-06,Enterprise';
const JULY = '2024-07,SMB,570,30,20,580,';
const JULY_ENTERPRISE = '2024-07,Enterprise,116,5,1,120,';

export interface Scenario {
  readonly name: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The merged text; of conflicts with their hunk. */
  readonly merged: string;
  readonly conflict: boolean;
}

function scenario(name: string, ours: Change, theirs: Change, merged: Change, conflict = false): Scenario {
  return { name, base: file(), ours: file(ours), theirs: file(theirs), merged: file(merged), conflict };
}

/** Ours and theirs take the names of `labels` in a conflict. */
export function scenarios(labels = { ours: 'ours', base: 'base', theirs: 'theirs' }): Scenario[] {
  const hunk = (ours: string[], base: string[], theirs: string[]): string[] => [
    `<<<<<<< ${labels.ours}`,
    ...ours,
    `||||||| ${labels.base}`,
    ...base,
    '=======',
    ...theirs,
    `>>>>>>> ${labels.theirs}`,
  ];
  const replaceBy =
    (from: string, lines: string[]): Change =>
    (all) => {
      all.splice(
        all.findIndex((line) => line.startsWith(from)),
        1,
        ...lines,
      );
    };
  const march = '2024-03,SMB,530,30,20,540,';
  return [
    scenario(
      '1 both append different rows',
      insertAfter(LAST, JULY),
      insertAfter(LAST, JULY_ENTERPRISE),
      insertAfter(LAST, JULY, JULY_ENTERPRISE),
    ),
    scenario(
      '2 both append the identical row',
      insertAfter(LAST, JULY),
      insertAfter(LAST, JULY),
      insertAfter(LAST, JULY),
    ),
    scenario(
      '3 edits in far rows',
      replace('2024-01,SMB', '2024-01,SMB,510,40,30,520,'),
      replace('2024-06,SMB', '2024-06,SMB,560,30,25,565,'),
      both(
        replace('2024-01,SMB', '2024-01,SMB,510,40,30,520,'),
        replace('2024-06,SMB', '2024-06,SMB,560,30,25,565,'),
      ),
    ),
    scenario(
      '4 edits in adjacent rows',
      replace('2024-03,SMB', '2024-03,SMB,530,40,20,550,'),
      replace('2024-03,Ent', '2024-03,Enterprise,103,30,25,108,'),
      both(
        replace('2024-03,SMB', '2024-03,SMB,530,40,20,550,'),
        replace('2024-03,Ent', '2024-03,Enterprise,103,30,25,108,'),
      ),
    ),
    scenario(
      '5 the same row: one edits lost and end, the other the note',
      replace('2024-03,SMB', '2024-03,SMB,530,30,25,535,'),
      replace('2024-03,SMB', `${march}"Reseller left, 5 accounts"`),
      replace('2024-03,SMB', '2024-03,SMB,530,30,25,535,"Reseller left, 5 accounts"'),
    ),
    scenario(
      '6 the same cell differently',
      replace('2024-03,SMB', `${march}ours`),
      replace('2024-03,SMB', `${march}theirs`),
      replaceBy('2024-03,SMB', hunk([`${march}ours`], [march], [`${march}theirs`])),
      true,
    ),
    scenario(
      '7 two adjacent settings',
      replace('# goal', '# goal: 87%'),
      replace('# granularity', '# granularity: month # calendar months'),
      both(
        replace('# goal', '# goal: 87%'),
        replace('# granularity', '# granularity: month # calendar months'),
      ),
    ),
    scenario(
      '8 settings one line apart',
      replace('# goal', '# goal: 87%'),
      replace('# currency', '# currency: USD'),
      both(replace('# goal', '# goal: 87%'), replace('# currency', '# currency: USD')),
    ),
    scenario(
      '9 a setting and an appended row',
      replace('# method', '# method: lost'),
      insertAfter(LAST, JULY),
      both(replace('# method', '# method: lost'), insertAfter(LAST, JULY)),
    ),
    scenario(
      '10 a new column and an appended row',
      withColumn,
      insertAfter(LAST, JULY),
      both(withColumn, insertAfter(LAST, `${JULY},`)),
    ),
    scenario(
      '11 notes and a row',
      replace('#> January', '#> January was very calm.'),
      replace('2024-06,Ent', '2024-06,Enterprise,106,30,25,111,'),
      both(
        replace('#> January', '#> January was very calm.'),
        replace('2024-06,Ent', '2024-06,Enterprise,106,30,25,111,'),
      ),
    ),
    scenario(
      '12 a playbook status and a new playbook item',
      replace('#> - [ ] Win', '#> - [/] Win-back mails'),
      insertAfter('#> - [ ] Win', '#> - [ ] Annual reviews'),
      both(
        replace('#> - [ ] Win', '#> - [/] Win-back mails'),
        insertAfter('#> - [/] Win', '#> - [ ] Annual reviews'),
      ),
    ),
    scenario(
      '13 a deleted row and an edit far away',
      remove('2024-01,SMB'),
      replace('2024-06,SMB', '2024-06,SMB,560,30,25,565,'),
      both(remove('2024-01,SMB'), replace('2024-06,SMB', '2024-06,SMB,560,30,25,565,')),
    ),
    scenario(
      '14 the same row deleted and edited',
      remove('2024-03,SMB'),
      replace('2024-03,SMB', '2024-03,SMB,530,30,25,535,'),
      replaceBy('2024-03,SMB', hunk([], [march], ['2024-03,SMB,530,30,25,535,'])),
      true,
    ),
    scenario(
      '15 rows inserted in the middle at two places',
      insertAfter('2024-02,Ent', '2024-02,Public,10,1,1,10,'),
      insertAfter('2024-04,Ent', '2024-04,Public,12,1,1,12,'),
      both(
        insertAfter('2024-02,Ent', '2024-02,Public,10,1,1,10,'),
        insertAfter('2024-04,Ent', '2024-04,Public,12,1,1,12,'),
      ),
    ),
    scenario(
      '16 the last row edited and a row appended after it',
      replace(LAST, '2024-06,Enterprise,106,30,25,111,'),
      insertAfter(LAST, JULY),
      both(replace(LAST, '2024-06,Enterprise,106,30,25,111,'), insertAfter(LAST, JULY)),
    ),
  ];
}
