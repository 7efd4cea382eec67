/** What every host of JavaScript has and the language itself does not. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * The text of a table's bytes, or null when they are none in that encoding. A byte order mark of UTF-16, which spreadsheets
 * write, stands above everything else; without an encoding the text must be UTF-8.
 *
 * @param encoding a label of the Encoding Standard, such as `windows-1252`
 * @throws RangeError when no encoding has this label
 * @example
 * decodeTable(new Uint8Array([0x4d, 0xe5, 0x6c]), 'windows-1252'); // 'Mål'
 */
export function decodeTable(bytes: Uint8Array, encoding = 'utf-8'): string | null {
  const mark = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!;
  const label = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : encoding;
  // The mark of UTF-8 stays: a file that is left as it is keeps all its bytes.
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: label === 'utf-8' });
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
