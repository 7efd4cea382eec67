import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../core';
import { oneLine } from '../../core';
import { PROBLEM_FAMILIES } from '../../language';
import { jsonText } from '../escape';
import type { CheckedFile, Finding } from '../findings';
import { GATE_KINDS } from '../goalGate';

/** What a run of `check` has to say besides what it found. */
export interface SarifRun {
  /** The program's version. */
  readonly version: string;
  /** The folder that relative paths begin at, absolute: the root of the checked-out sources. */
  readonly folder: string;
  /** Sentences about files that could not be read. */
  readonly unreadable: readonly string[];
}

/** Severities as SARIF names them. */
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** What the uploader replaces by where the sources are; paths below it are relative. */
const SOURCE_ROOT = '%SRCROOT%';

/**
 * Findings as one run of SARIF 2.1.0 (OASIS, *Static Analysis Results Interchange Format*), which GitHub code scanning
 * and other viewers read. Only the rules that found something are listed. Columns count UTF-16 units from 1 and the end
 * is the place after the last character, as everywhere here.
 */
export function findingsSarif(files: readonly CheckedFile[], run: SarifRun): string {
  const levels = new Map(
    files.flatMap(({ problems }) => problems.map(({ code, severity }) => [code, LEVELS[severity]])),
  );
  const kinds = [...PROBLEM_FAMILIES.flatMap((family) => family.kinds), ...GATE_KINDS];
  const rules = kinds.filter(({ code }) => levels.has(code));
  const indexOf = new Map(rules.map(({ code }, index) => [code, index]));
  const results = files.flatMap(({ file, problems }) => {
    const artifactLocation = locationOf(file, run.folder);
    return problems.map((problem) => ({
      ruleId: problem.code,
      ...(indexOf.has(problem.code) ? { ruleIndex: indexOf.get(problem.code) } : {}),
      level: LEVELS[problem.severity],
      message: { text: oneLine(problem.message) },
      locations: [{ physicalLocation: { artifactLocation, region: regionOf(problem) } }],
    }));
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'retention',
            version: run.version,
            rules: rules.map(({ code, title, help }) => ({
              id: code,
              shortDescription: { text: plain(title) },
              fullDescription: { text: plain(help) },
              help: { text: plain(help), markdown: help },
              defaultConfiguration: { level: levels.get(code) },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: run.unreadable.length === 0,
            toolExecutionNotifications: run.unreadable.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return jsonText(log);
}

/** Markdown of a kind of problem, which marks code and nothing else, as plain text. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function regionOf({ line, column, endLine, endColumn }: Finding) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Where a file is: relative to the sources where it is in them. */
function locationOf(file: string, folder: string) {
  const path = isAbsolute(file) ? relative(folder, file) : file;
  const parts = path.split(sep === '\\' ? /[\\/]+/ : /\/+/).filter((part) => part !== '.');
  if (isAbsolute(path) || parts[0] === '..') return { uri: pathToFileURL(file).href };
  return { uri: parts.map(encoded).join('/'), uriBaseId: SOURCE_ROOT };
}

/** One part of a path as a URI has it; half of a surrogate pair, which no URI can have, becomes `�`. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}
