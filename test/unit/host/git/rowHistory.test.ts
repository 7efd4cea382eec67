import { describe, expect, it } from 'vitest';
import type { GitCommit } from '../../../../src/host/git/gitApi';
import type { RowCommit } from '../../../../src/host/git/rowHistory';
import { rowHistory } from '../../../../src/host/git/rowHistory';
import {
  changedCells,
  countsText,
  figuresText,
  rowKeyAt,
  rowVersion,
} from '../../../../src/host/git/rowVersion';
import { parseDocument } from '../../../../src/core';

const TODAY = 20_089;
const plain = (text: string) => text.replaceAll('\u202f', ' ');

const file = (...rows: readonly string[]) => `period,segment,start,new,lost,end\n${rows.join('\n')}\n`;
/** The key of the row of 2024-02. */
const keyIn = (text: string) => rowKeyAt(parseDocument(text), text.indexOf('2024-02'))!;
const KEY = keyIn(file('2024-02,SMB,90,0,10,80'));

/** Commits with the parents and the text they left; null: the file is not in it. */
type History = Readonly<Record<string, readonly [parents: readonly string[], text: string | null]>>;

/** The commits of a history that changed the row, newest first, with how many versions were read. */
async function changesOf(history: History, listed = Object.keys(history)) {
  const commits: GitCommit[] = listed.map((hash) => ({ hash, message: hash, parents: history[hash]![0] }));
  let shown = 0;
  const show = (ref: string) => {
    shown++;
    return Promise.resolve(history[ref]?.[1] ?? null);
  };
  const found: RowCommit[] = [];
  for await (const step of rowHistory({ commits, show }, KEY, TODAY)) {
    if (step.found !== null) found.push(step.found);
  }
  return { found, names: found.map(({ commit }) => commit.hash), shown };
}

const one = '2024-01,SMB,100,0,10,90';
const two = '2024-02,SMB,90,0,10,80';

describe('rowHistory', () => {
  it('finds the commits that changed the row wherever it stands, with what each left', async () => {
    const { found, names, shown } = await changesOf({
      renumbered: [['edited'], file('2023-12,SMB,1,0,0,1', one, two.replace('10,80', '20,70'))],
      edited: [['other'], file(one, two.replace('10,80', '20,70'))],
      other: [['added'], file(one.replace('100', '101'), two)],
      added: [['first'], file(one, two)],
      first: [[], file(one)],
    });
    expect(names).toEqual(['edited', 'added']);
    expect(found[0]!.changes).toEqual([
      { column: 'lost', before: '10', after: '20' },
      { column: 'end', before: '80', after: '70' },
    ]);
    expect(found.map(({ after }) => plain(figuresText(after!)))).toEqual(['77.8 %', '88.9 %']);
    expect(found[1]).toMatchObject({ before: null, parent: 'first' });
    expect(shown).toBe(5);
  });

  it('tells the same period from its spelling, and the segment from others', async () => {
    const { names } = await changesOf({
      spelled: [['segment'], file(two.replace('2024-02', '"2024-02"'))],
      segment: [['start'], file('2024-02,Enterprise,5,0,0,5', two)],
      start: [[], file(two)],
    });
    expect(names).toEqual(['start']);
  });

  it('says where the row was removed, and where it came back', async () => {
    const { found, names } = await changesOf({
      back: [['gone'], file(one, two)],
      gone: [['start'], file(one)],
      start: [[], file(one, two)],
    });
    expect(names).toEqual(['back', 'gone', 'start']);
    expect(found[1]).toMatchObject({ after: null, parent: 'start' });
    expect(found[2]).toMatchObject({ before: null, parent: null });
    expect(countsText(found[1]!.before!)).toBe('start 90, new 0, lost 10, end 80');
  });

  it('names a merge only where the row is as neither side had it', async () => {
    const ours = two.replace('10,80', '20,70');
    const theirs = two.replace('10,80', '30,60');
    const both = two.replace('10,80', '40,50');
    const sides: History = {
      ours: [['base'], file(ours)],
      theirs: [['base'], file(theirs)],
      base: [[], file(two)],
    };
    const resolved = await changesOf({ merge: [['ours', 'theirs'], file(both)], ...sides });
    expect(resolved.names).toEqual(['merge', 'ours', 'theirs', 'base']);
    const taken = await changesOf({ merge: [['ours', 'theirs'], file(theirs)], ...sides });
    expect(taken.names).toEqual(['ours', 'theirs', 'base']);
  });

  it('reads what a parent has that changed something else', async () => {
    const history: History = {
      edited: [['elsewhere'], file(two.replace('10,80', '20,70'))],
      elsewhere: [['start'], file(two)],
      start: [[], file(two)],
    };
    const { names } = await changesOf(history, ['edited', 'start']);
    expect(names).toEqual(['edited', 'start']);
  });

  it('passes over versions that are no such file', async () => {
    const { names } = await changesOf({
      good: [['binary'], file(two)],
      binary: [['none'], '\u0000\ufffd,,,"'],
      none: [[], null],
    });
    expect(names).toEqual(['good']);
  });
});

describe('a row', () => {
  it('is known by its period and segment', () => {
    const text = file(one, two);
    expect(keyIn(text)).toEqual(KEY);
    expect(KEY.title).toBe('2024-02 · SMB');
    expect(rowKeyAt(parseDocument(text), 0)).toBeNull();
  });

  const only = (text: string) => rowVersion(text, keyIn(text), TODAY)!;

  it('changes by its cells, not by where its columns stand', () => {
    const before = only('period,start,new,lost,end\n2024-02,90,0,10,80\n');
    const after = only('period,end,lost,new,start,note\n2024-02,80,10,0,90,"a, b"\n');
    expect(changedCells(before, after)).toEqual([{ column: 'note', before: '', after: 'a, b' }]);
  });

  it('shows the gap where there is a goal, and a dash where there is no rate', () => {
    expect(plain(figuresText(only('period,start,new,lost,goal\n2024-02,100,0,20,85%\n')))).toBe(
      '80.0 % · −5.0 pt · 5 short',
    );
    expect(figuresText(only('period,start,end\n2024-02,100,99\n'))).toBe('–');
  });
});
