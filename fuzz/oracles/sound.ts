import { expect } from '../engine/target';

/**
 * Throws when anything in a result is a number that is none (NaN, an infinity), or a result without a number does not
 * say why.
 *
 * @param where names the result in the message
 */
export function expectSound(value: unknown, where: string): void {
  if (typeof value === 'number') {
    expect(Number.isFinite(value), () => `${where} is ${value}`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) expectSound(value[index], `${where}[${index}]`);
    return;
  }
  if ('value' in value && value.value === null && 'reason' in value) {
    const { reason, message } = value as { reason: unknown; message?: unknown };
    const says =
      typeof reason === 'string' && reason !== '' && typeof message === 'string' && message.trim() !== '';
    expect(says, () => `${where} has neither a number nor a reason`);
  }
  for (const name in value) expectSound((value as Record<string, unknown>)[name], `${where}.${name}`);
}
