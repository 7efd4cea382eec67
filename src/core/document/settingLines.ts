import { afterEol } from '../text/chars';
import type { Eol } from '../text/chars';
import type { TextRange } from '../text/edit';
import { nearest } from './knownColumns';
import type { Front, SettingEntry } from './front';
import type { Problem } from './problem';
import { MOST_PROBLEMS, insert, problemAt, quotation, replace, safeFix, unsafeFix } from './reportProblem';
import { FORMAT_VERSION, LABEL_PREFIX, OWN_PREFIX, SETTING_KEYS, isSettingKey } from './settingRules';
import { writeSettingValue } from './settingWrite';

/** What is wrong with the lines of the settings block, whatever their values mean. */
export function lineProblems(text: string, front: Front, eol: Eol): Problem[] {
  const problems: Problem[] = [];
  const earlier = new Map<string, SettingEntry>();
  if (front.close === null) problems.push(notClosed(text, front, eol));
  if (!front.conflicted && !front.entries.some(({ key }) => key === 'retention')) {
    problems.push(noVersion(text, front, eol));
  }
  for (const entry of front.entries) {
    if (problems.length >= MOST_PROBLEMS) return problems;
    const { key } = entry;
    const known = isSettingKey(key) || key.startsWith(LABEL_PREFIX);
    if (!known && !key.startsWith(OWN_PREFIX)) problems.push(unknownKey(entry, front));
    const first = earlier.get(key);
    if (first !== undefined && !front.conflicted) problems.push(duplicateKey(text, first, entry));
    earlier.set(key, entry);
    if (entry.literal && (known || !mayBeOtherYaml(entry))) problems.push(needsQuotes(entry));
    if (known && entry.nested !== null) {
      const message = `“${key}” takes one value on its own line. The deeper-indented lines are kept but not read: delete them.`;
      problems.push(problemAt('R205', entry.nested, message));
    }
  }
  for (const line of front.stray.slice(0, MOST_PROBLEMS)) problems.push(strayLine(text, line));
  return problems;
}

function notClosed(text: string, { open, end }: Front, eol: Eol): Problem {
  const startsLine = end > open.end && afterEol(text, end - 1) === end;
  const message =
    'The settings are not closed; they end at the first line without “#”. Add a line “#---” there.';
  return problemAt('R102', open, message, [
    safeFix('Close the settings', insert(end, `${startsLine ? '' : eol}#---${eol}`)),
  ]);
}

function noVersion(text: string, { open }: Front, eol: Eol): Problem {
  const setting = `# retention: ${FORMAT_VERSION}`;
  const at = afterEol(text, open.end);
  return problemAt('R206', open, `The version is missing. Add “${setting}” as first setting.`, [
    safeFix('Add the version', insert(at, at === open.end ? eol + setting : setting + eol)),
  ]);
}

function unknownKey({ key, keyRange }: SettingEntry, front: Front): Problem {
  const near = nearest(key.toLowerCase(), SETTING_KEYS);
  if (near === null || front.entries.some((entry) => entry.key === near)) {
    const own = OWN_PREFIX + key;
    const message = `The setting “${key}” is unknown; it is kept. Rename it to ${own} if it is your own.`;
    return problemAt('R201', keyRange, message, [
      safeFix(`Rename to ${own}`, insert(keyRange.start, OWN_PREFIX)),
    ]);
  }
  return problemAt('R201', keyRange, `The setting “${key}” is unknown. Is “${near}” meant?`, [
    unsafeFix(`Rename to ${near}`, replace(keyRange, near)),
  ]);
}

function duplicateKey(text: string, earlier: SettingEntry, { key, keyRange }: SettingEntry): Problem {
  const removed = {
    start: earlier.range.start,
    end: afterEol(text, earlier.nested?.end ?? earlier.range.end),
  };
  const message = `“${key}” is set twice and this line wins. Delete one of the two lines.`;
  return problemAt('R202', keyRange, message, [safeFix(`Delete the earlier “${key}”`, replace(removed, ''))]);
}

function needsQuotes({ text, valueRange }: SettingEntry): Problem {
  const quoted = writeSettingValue(text, 'single');
  const message = `Other readers of YAML misread ${quotation(text)}, which is taken as it stands. Write ${quoted}.`;
  return problemAt('R203', valueRange, message, [safeFix(`Write ${quoted}`, replace(valueRange, quoted))]);
}

/** Values of keys that are not ours may be any YAML that fits on a line. */
function mayBeOtherYaml({ text }: SettingEntry): boolean {
  return '[{&*!|>'.includes(text[0]!);
}

/** A line that is no setting, perhaps only for the lack of a space. */
function strayLine(text: string, line: TextRange): Problem {
  const source = text.slice(line.start, Math.min(line.end, line.start + 300));
  const written = quotation(source.replace(/^# ?/, ''));
  const setting = /^# ?[A-Za-z_][A-Za-z0-9_-]{0,99}[ \t]*:/.exec(source);
  if (setting === null) {
    const message = `${written} is no setting. Write “key: value”, or “# ” before a comment.`;
    return problemAt('R201', line, message, [safeFix('Make it a comment', insert(line.start + 1, ' #'))]);
  }
  const colon = line.start + setting[0].length;
  const edits = source[1] === ' ' ? [] : [insert(line.start + 1, ' ')];
  if (colon < line.end && text[colon] !== ' ' && text[colon] !== '\t') edits.push(insert(colon, ' '));
  const place = edits[0]?.start === colon ? 'colon' : '#';
  const title = `Put a space behind the ${place}`;
  return problemAt('R201', line, `${written} is no setting. ${title}.`, [unsafeFix(title, ...edits)]);
}
