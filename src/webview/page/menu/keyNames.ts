/** How keys are written in menus: `Ctrl+D`, on a Mac `⌘D`. */
export function keyName(keys: string, mac: boolean): string {
  if (!mac) return keys.replaceAll('Mod', 'Ctrl');
  return keys
    .split('+')
    .map((key) => MAC_SIGNS.get(key) ?? key)
    .join('');
}

const MAC_SIGNS = new Map([
  ['Mod', '⌘'],
  ['Ctrl', '⌃'],
  ['Shift', '⇧'],
  ['Alt', '⌥'],
  ['Delete', '⌦'],
  ['Up', '↑'],
  ['Down', '↓'],
  ['Space', 'Space'],
]);
