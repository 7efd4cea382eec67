import { isSettingKey } from '../../src/core';
import type { RetentionDocument } from '../../src/core';

/** Everything that a text says, without the way it is written. */
export function meaning(document: RetentionDocument): unknown {
  const { columns, rowCount, notes, playbook, front } = document;
  return {
    settings: { ...document.settings, labels: [...document.settings.labels] },
    // What the settings say is above: a goal of 85 is one of 85%.
    keys: front?.entries
      .filter(({ key }) => key !== 'retention')
      .map(({ key, text }) => [key, isSettingKey(key) ? null : text]),
    columns: columns.map(({ name, id, reason }) => [name, id, reason]),
    notes,
    playbook: playbook.map(({ text, status, attributes }) => [
      text,
      status,
      attributes.map(({ value }) => value),
    ]),
    rows: Array.from({ length: rowCount }, (_, row) => ({
      period: document.period(row),
      segment: document.segment(row),
      goal: document.goal(row),
      cells: columns.map(({ kind, index }) =>
        kind === 'text' ? document.cellText(row, index) : document.numberAt(row, index),
      ),
      surplus: Array.from({ length: Math.max(0, document.cellCount(row) - columns.length) }, (_cell, index) =>
        document.cellText(row, columns.length + index),
      ).join(''),
    })),
  };
}
