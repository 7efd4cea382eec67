import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../../src/core';
import { compareHtml } from '../../../src/report';
import { comparedRows } from '../../../src/report/compare/comparedRows';

const HEAD = '#---\n# retention: 1\n# goal: 85%\n#---\n';
const COLUMNS = 'period,segment,start,new,lost,end,note\n';
const before = `${HEAD}${COLUMNS}2024-01,SMB,100,15,10,105,\n2024-02,SMB,105,5,10,100,a\n2024-03,SMB,100,1,1,100,\n#\n#> Old\n`;
const after = `${HEAD.replace('85', '90')}${COLUMNS}2024-01,SMB,100,15,10,105,\n2024-02,SMB,105,5,5,105,<b>\n2024-04,SMB,100,1,1,100,\n#\n#> New\n`;
const today = 20_089;
const names = { file: 'a.retention', before: 'HEAD', after: 'the file now' };
const html = (was: string, is: string): string => compareHtml(diffDocuments(was, is, { today }), names);

/** The rows as they are read, without markup. */
function rowsOf(page: string): string[][] {
  return [...page.matchAll(/<tr[^>]*>(.*)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!.replaceAll(/<[^>]*>/g, '')),
  );
}

describe('compareHtml', () => {
  it('says of each row what became of it, with what was, what is and what follows', () => {
    const page = html(before, after);
    expect(page).toContain('From HEAD to the file now');
    expect(page).toContain('1 row changed, 1 row added, 1 row removed, 1 row unchanged.');
    expect(rowsOf(page)).toEqual([
      ['Change', 'period', 'segment', 'start', 'new', 'lost', 'end', 'note', 'CRR', 'CRR by', 'gap by'],
      // The goal is another one, so that the gap of a row that is the same has changed.
      ['unchanged', '2024-01', 'SMB', '100', '15', '10', '105', '', '90.0 %', '0.0 pt', '−5.0 pt'],
      [
        '~changed',
        '2024-02',
        'SMB',
        '105',
        '5',
        'was 10 → , now 5',
        'was 100 → , now 105',
        'was a → , now &lt;b&gt;',
        'was 90.5 % → , now 95.2 %',
        '+4.8 pt',
        '−0.2 pt',
      ],
      ['+added', '2024-04', 'SMB', '100', '1', '1', '100', '', '99.0 %', '–', '–'],
      ['−removed', '2024-03', 'SMB', '100', '1', '1', '100', '', '99.0 %', '–', '–'],
    ]);
  });

  it('lists settings and notes, and lets nothing of the files be markup', () => {
    const page = html(before, after).replaceAll(/<[^>]*>/g, '');
    expect(page).toContain('Settings, goal: was 85% → , now 90%');
    expect(page).toContain('Notes, line 1: was Old → , now New');
    const evil = html(
      `period,note\n2024,"<script>1</script>"\n`,
      `period,note\n2024,"</td><img src=x onerror=1>"\n`,
    );
    expect(evil).not.toMatch(/<script|<img/);
  });

  it('marks every difference without colour: struck, underlined and by a sign', () => {
    expect(html(before, after)).toMatch(
      /<del>10<\/del><span class="arrow" aria-hidden="true"> → <\/span>.*?<ins>5<\/ins>/,
    );
  });

  it('shows the changed rows first where many are unchanged, and no choice where there is none', () => {
    const rows = (n: number, last: number): string =>
      `period,start,lost\n${Array.from({ length: n }, (_, i) => `${2000 + i},10,${i === 0 ? last : 1}`).join('\n')}\n`;
    expect(html(rows(20, 1), rows(20, 2))).toContain('id="only" checked>');
    expect(html(rows(5, 1), rows(5, 2))).toContain('id="only">');
    expect(html(rows(5, 1), rows(5, 1))).not.toContain('id="only"');
    expect(html(rows(5, 1), rows(5, 1))).toContain('are the same in both');
  });
});

describe('comparedRows', () => {
  it('shows of many rows the differences alone, up to a limit, and counts the rest', () => {
    const text = (lost: number): string =>
      `period,start,lost\n${Array.from({ length: 30 }, (_, i) => `${2000 + i},10,${i % 3 === 0 ? lost : 1}`).join('\n')}\n`;
    const { rows, more, sameLeftOut } = comparedRows(diffDocuments(text(1), text(2), { today }), 8);
    expect([rows.length, more, sameLeftOut]).toEqual([8, 2, 20]);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['changed']));
  });

  it('puts columns that are gone behind the others', () => {
    const diff = diffDocuments('period,owner,lost\n2024,Ada,1\n', 'period,lost\n2024,1\n', { today });
    const { columns, rows } = comparedRows(diff, 10);
    expect(columns).toEqual(['period', 'lost', 'owner']);
    expect(rows[0]!.cells[2]).toEqual({ before: 'Ada', after: '', differs: true });
  });
});
