/**
 * What a reader of plain CSV does with a folder: reads each file in turn and parses its table with Papa Parse.
 *
 *   node bench/lib/readTables.mjs FOLDER
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const [folder = '.'] = process.argv.slice(2);
let rows = 0;
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  rows += Papa.parse(text, { comments: '#', skipEmptyLines: true }).data.length;
}
console.log(rows);
