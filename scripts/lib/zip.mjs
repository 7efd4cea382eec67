import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, isAbsolute } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * A file of a ZIP archive.
 * @typedef {object} ZipEntry
 * @property {string} name with slashes
 * @property {number} size in bytes
 * @property {number} compressed in bytes
 * @property {() => Buffer} content
 */

/**
 * The files of a ZIP archive, from its central directory (APPNOTE.TXT 4.3.12).
 * @param {Buffer} zip
 * @returns {ZipEntry[]}
 * @throws {Error} when it is no ZIP archive
 */
export function zipEntries(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1) throw new Error('This is no ZIP archive: it has no central directory.');
  const count = zip.readUInt16LE(end + 10);
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const method = zip.readUInt16LE(at + 10);
    const compressed = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    entries.push({
      name,
      compressed,
      size: zip.readUInt32LE(at + 24),
      content: () => contentAt(zip, local, { name, method, compressed }),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Writes the files below a folder of an archive to the disk.
 * @param {Buffer} zip
 * @param {string} prefix the folder inside, with a slash at its end
 * @param {string} target
 * @throws {Error} when a name leads out of the target
 */
export function unpack(zip, prefix, target) {
  for (const { name, content } of zipEntries(zip)) {
    if (!name.startsWith(prefix) || name.endsWith('/')) continue;
    const path = join(target, name.slice(prefix.length));
    const inside = relative(target, path);
    if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${name} leads out of the archive.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content());
  }
}

/**
 * @param {Buffer} zip
 * @param {number} at where the file's own header begins
 * @param {{ name: string, method: number, compressed: number }} entry
 */
function contentAt(zip, at, { name, method, compressed }) {
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const data = zip.subarray(start, start + compressed);
  if (method === 0) return Buffer.from(data);
  if (method === 8) return inflateRawSync(data);
  throw new Error(`${name} is packed by method ${method}; only 0 (stored) and 8 (deflate) can be read.`);
}
