import { oneLine } from '../core';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text inside an HTML element or a quoted attribute.
 *
 * @example
 * htmlText('a & <b>'); // 'a &amp; &lt;b&gt;'
 */
export function htmlText(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
