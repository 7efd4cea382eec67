import { parseNumber, readForeignNumber } from '../document/number';
import { readPercent } from '../document/percent';
import type { ColumnKind } from '../document/types';
import type { ReadCell } from './readColumn';

/** A cell of a column of numbers, as a file with decimal points would write it. */
export type NumberCell = ReadCell<'.' | ','>;

const PLAIN: NumberCell = { kind: 'plain' };
const UNREAD: NumberCell = { kind: 'unread' };

/** True for columns of numbers. */
export function isNumeric(kind: ColumnKind): kind is 'count' | 'money' | 'percent' {
  return kind === 'count' || kind === 'money' || kind === 'percent';
}

/**
 * Reads a cell of a column of numbers. Nothing is guessed: a number that may be two has both readings.
 *
 * @example
 * readNumberCell('1.234,50', 'money'); // { kind: 'sure', text: '1234.50', habit: ',' }
 * readNumberCell('1,234', 'count'); // { kind: 'either', readings: { '.': '1234', ',': '1.234' } }
 */
export function readNumberCell(cell: string, kind: 'count' | 'money' | 'percent'): NumberCell {
  const text = cell.trim();
  if (text === '') return PLAIN;
  if (kind !== 'percent') return readNumber(text);
  const [, number = '', unit = ''] = /^(.*?)(\s*%?)$/s.exec(text) ?? [];
  const read = readNumber(number);
  const percent = (digits: string): string => (unit === '' ? digits : `${digits}%`);
  const isPercent = (digits: string): boolean => {
    const reading = readPercent(digits, '.');
    return reading.kind === 'plain' || reading.kind === 'bare';
  };
  switch (read.kind) {
    case 'unread':
      return UNREAD;
    case 'plain':
      return isPercent(text) ? PLAIN : UNREAD;
    case 'sure':
      return isPercent(percent(read.text)) ? { ...read, text: percent(read.text) } : UNREAD;
    case 'either': {
      const [point, comma] = [percent(read.readings['.']), percent(read.readings[','])];
      // 1,234 % cannot be 1234 %: so large is no percentage.
      if (!isPercent(point)) return isPercent(comma) ? { kind: 'sure', text: comma, habit: ',' } : UNREAD;
      return isPercent(comma)
        ? { kind: 'either', readings: { '.': point, ',': comma } }
        : { kind: 'sure', text: point, habit: '.' };
    }
  }
}

function readNumber(text: string): NumberCell {
  if (/^\d+$/.test(text)) return parseNumber(text) === null ? UNREAD : PLAIN;
  const found = readForeignNumber(text, '.');
  if (found.kind !== 'grouping') return UNREAD;
  // Nobody groups the digits of 0,123.
  const readings = found.readings.filter(
    (reading) => reading.sign === null || !/^0\d/.test(reading.text) || found.readings.length === 1,
  );
  const [first, second] = readings;
  if (first === undefined) return UNREAD;
  if (second === undefined) return { kind: 'sure', text: first.text, habit: first.sign };
  const byPoint = first.sign === '.' ? first : second;
  const byComma = byPoint === first ? second : first;
  return { kind: 'either', readings: { '.': byPoint.text, ',': byComma.text } };
}
