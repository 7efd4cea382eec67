import { harmless } from '../core';

/**
 * A message as VS Code shall show it: words only. VS Code makes links of `[words](command:…)` in notifications and
 * below inputs, and one click on such a link runs any command with any arguments, while names of files and segments,
 * and what git says, may come from strangers.
 *
 * @example
 * messageText('[Open](command:x) is not in a git repository.'); // '[Open] (command:x) is not in a git repository.'
 */
export function messageText(message: string): string {
  return harmless(message).replaceAll('](', '] (');
}

/**
 * A text of a file or of git as (part of) an entry of a list, where VS Code would show `$(name)` as an icon.
 *
 * @example
 * labelText('$(check) Germany'); // '\\$(check) Germany', which is shown as `$(check) Germany`
 */
export function labelText(text: string): string {
  return harmless(text).replaceAll('$(', '\\$(');
}
