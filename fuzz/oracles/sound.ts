import { expect } from '../engine/target';

/**
 * Throws when anything in a result is a number that is none (NaN, an infinity), or a result without a number does not
 * say why.
 *
 * @param where names the result in the message
 */
export function expectSound(value: unknown, where: string): void {
  const wrong = wrongIn(value);
  expect(wrong === null, () => `${where}${wrong}`);
}

/** The place in a value that is wrong and what is wrong with it, or null. */
function wrongIn(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : ` is ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const wrong = wrongIn(value[index]);
      if (wrong !== null) return `[${index}]${wrong}`;
    }
    return null;
  }
  if ('value' in value && value.value === null && 'reason' in value) {
    const { reason, message } = value as { reason: unknown; message?: unknown };
    const says =
      typeof reason === 'string' && reason !== '' && typeof message === 'string' && message.trim() !== '';
    if (!says) return ' has neither a number nor a reason';
  }
  for (const name in value) {
    const wrong = wrongIn((value as Record<string, unknown>)[name]);
    if (wrong !== null) return `.${name}${wrong}`;
  }
  return null;
}
