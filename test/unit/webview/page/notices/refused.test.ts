import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument, setCells } from '../../../../../src/core';
import { findCells, intentOf, RefusedEdits } from '../../../../../src/webview/page/notices/refused';

const before = parseDocument('period,segment,lost\n2024-Q1,,1\n2024-Q2,,2\n');

describe('an edit that was refused', () => {
  const cells = [{ row: 1, column: 2, text: '7' }];
  const intent = intentOf(before, cells, 'Edit lost of row 2');

  it('keeps what was typed until it is dismissed', () => {
    const refused = new RefusedEdits([]);
    refused.sent(5, 1, intent);
    refused.refuse([{ id: 5, label: 'x', texts: ['"7"'], message: 'Somebody was faster.' }]);
    expect(refused.edits).toEqual([
      { id: 1, place: 'Edit lost of row 2', typed: '7', reason: 'Somebody was faster.', cells: intent.cells },
    ]);
    refused.dismiss(1);
    expect(refused.edits).toEqual([]);
  });

  it('finds its row again among others', () => {
    const now = 'period,segment,lost\n2023-Q4,,9\n2024-Q1,,1\n2024-Q2,,3\n';
    const document = parseDocument(now);
    const found = findCells(document, intent.cells);
    expect(found).toEqual([{ row: 2, column: 2, text: '7' }]);
    expect(applyEdits(now, setCells(document, found!))).toBe(now.replace('Q2,,3', 'Q2,,7'));
  });

  it('is not applied to another row when its own is gone', () => {
    expect(findCells(parseDocument('period,segment,lost\n2024-Q1,,1\n'), intent.cells)).toBeNull();
    expect(findCells(parseDocument('period,segment\n2024-Q2,\n'), intent.cells)).toBeNull();
    expect(findCells(parseDocument(''), intent.cells)).toBeNull();
    const refused = new RefusedEdits([]);
    refused.sent(1, 1, intent);
    refused.refuse([{ id: 1, label: '', texts: ['7'], message: '' }]);
    refused.giveUp(1);
    expect(refused.edits).toMatchObject([{ typed: '7', cells: [] }]);
  });

  it('of an earlier page can be copied only', () => {
    const refused = new RefusedEdits([]);
    refused.refuse([{ id: 9, label: 'Edit 2 cells', texts: ['a', '', 'b'], message: 'Too late.' }]);
    expect(refused.edits).toMatchObject([{ place: 'Edit 2 cells', typed: 'a | b', cells: [] }]);
  });

  it('gets an id of its own beside those kept from before', () => {
    const refused = new RefusedEdits([{ id: 4, place: 'p', typed: 't', reason: 'r', cells: [] }]);
    refused.refuse([{ id: 4, label: 'l', texts: ['u'], message: 'm' }]);
    expect(refused.edits.map(({ id }) => id)).toEqual([4, 5]);
  });

  it('is forgotten once the host has it', () => {
    const refused = new RefusedEdits([]);
    refused.sent(1, 1, intent);
    refused.sent(2, 1, { label: 'Edit goal', cells: [] });
    refused.refuse([{ id: 1, label: 'host', texts: ['7'], message: '' }]);
    expect(refused.edits).toMatchObject([{ place: 'host', cells: [] }]);
  });
});
