import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from './random';
import type { Failure } from './hunt';
import type { Data, Target } from './target';

/** An input that once broke a promise, as it is stored. */
export interface Entry {
  /** What was wrong. */
  readonly broke: string;
  /** How it was found. */
  readonly reproduce: string;
  readonly input: Data;
}

/** Where the inputs that once failed are stored, one folder a target. */
export function entriesOf(folder: string, target: Target): readonly (Entry & { readonly file: string })[] {
  return jsonFiles(join(folder, target.name)).map((file) => ({ file, ...(readJson(file) as Entry) }));
}

/**
 * Stores an input that fails.
 *
 * @returns the file; the same one for the same input
 */
export function storeEntry(folder: string, { target, message, input }: Failure, reproduce: string): string {
  const place = join(folder, target);
  mkdirSync(place, { recursive: true });
  const file = join(place, `${hash(JSON.stringify(input)).toString(16).padStart(8, '0')}.json`);
  const entry: Entry = { broke: message, reproduce, input };
  writeFileSync(file, `${JSON.stringify(entry, null, 2)}\n`);
  return file;
}

/** The inputs that changed ones begin with: files that people wrote, as the target takes them. */
export function seedsOf(target: Target, texts: readonly string[]): readonly Data[] {
  return texts.flatMap((text) => target.fromText?.(text) ?? []);
}

/** The texts of all `.retention` files of some folders. */
export function textsIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.retention'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
