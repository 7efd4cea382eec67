/**
 * Where the line begins that a place lies in. Lines end with \n, \r\n or a lone \r.
 *
 * @example
 * lineStart('a\nbc', 3); // 2
 */
export function lineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
