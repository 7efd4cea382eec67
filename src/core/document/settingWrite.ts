import { isPlain } from './settingValue';
import type { SettingStyle } from './settingValue';

/** Words and numbers that YAML does not read as text. */
const OTHER_SCALAR =
  /^(?:~|null|true|false|yes|no|on|off|[-+]?[0-9][0-9_.,:eE+-]*|0[xo][0-9a-fA-F]+|[-+]?\.(?:inf|nan))$/i;

/**
 * A setting's value as it stands in the file: a list in brackets; a text plain when YAML reads it as that
 * text, else in the quotes of `style`, single ones preferred.
 *
 * @example
 * writeSettingValue('Acme: retention'); // "'Acme: retention'"
 */
export function writeSettingValue(
  value: string | readonly string[],
  style: SettingStyle = 'plain',
  asText = true,
): string {
  if (typeof value !== 'string') return `[${value.map(writeSettingItem).join(', ')}]`;

  if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value)) return JSON.stringify(value);
  if (style === 'double') return JSON.stringify(value);
  const plain = isPlain(value) && value.trim() === value && !(asText && OTHER_SCALAR.test(value));
  if (style !== 'single' && plain) return value;
  return `'${value.replaceAll("'", "''")}'`;
}

/**
 * One item of a list as it stands between the brackets.
 *
 * @example
 * writeSettingItem('Small, local'); // "'Small, local'"
 */
export function writeSettingItem(item: string): string {
  return /[,[\]{}]/.test(item) ? writeSettingValue(item, 'single') : writeSettingValue(item);
}
