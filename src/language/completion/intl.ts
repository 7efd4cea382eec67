import { FIRST_CURRENCIES, LOCALES } from './text';

type Named = readonly [code: string, name: string];

let allCurrencies: readonly Named[] | null = null;

/**
 * The currencies that the platform knows, those that files most often have first. Made when it is first asked for.
 *
 * @example
 * currencies()[0]; // ['EUR', 'Euro']
 */
export function currencies(): readonly Named[] {
  if (allCurrencies === null) {
    const names = new Intl.DisplayNames('en', { type: 'currency' });
    const codes = new Set<string>([...FIRST_CURRENCIES, ...Intl.supportedValuesOf('currency')]);
    allCurrencies = [...codes].map((code) => [code, names.of(code) ?? '']);
  }
  return allCurrencies;
}

/**
 * Language tags with what they are called, those of this extension's languages first.
 *
 * @example
 * locales()[0]; // ['en-GB', 'British English']
 */
export function locales(): readonly Named[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return LOCALES.map((tag) => [tag, names.of(tag) ?? '']);
}
