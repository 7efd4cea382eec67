/** Making texts of a file harmless for other programs: they may come from anybody. */

/** Message of a GitHub workflow command. */
export function githubData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Property of a GitHub workflow command, such as the file's name. */
export function githubProperty(text: string): string {
  return githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** How Azure Pipelines, TeamCity and GitHub's older commands begin, wherever in a line they stand. */
const SERVICE_COMMAND = /##(?=[a-z]*\[)/gi;

/**
 * Lines for a terminal or the log of a CI service. Such a service takes commands from what a program prints: GitHub
 * from a line that begins with `::`, others from `##vso[…]` anywhere. A name from a stranger's pull request must not
 * set variables or hide what the log says, so their first character becomes `�`.
 *
 * @example
 * logText('##vso[task.setvariable variable=PATH]x'); // '�#vso[task.setvariable variable=PATH]x'
 */
export function logText(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\ufffd').replace(SERVICE_COMMAND, '\ufffd#');
}

/** What JSON may hold as it is and a terminal obeys: controls from DEL on, and marks that turn text around. */
const OBEYED = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A value as JSON for a terminal or a log: such characters are spelled otherwise, so that the values stay as they are. */
export function jsonText(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const json = JSON.stringify(value, null, 2).replace(OBEYED, escaped);
  return `${json.replace(SERVICE_COMMAND, '\\u0023#')}\n`;
}
