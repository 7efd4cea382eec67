/** Reading the inputs of worked examples and writing their results as the examples do. */
import type { MetricResult } from '../../../src/core';

export type Inputs = Readonly<Record<string, unknown>>;
export type Results = Readonly<Record<string, unknown>>;
export type Kinds = Readonly<Record<string, (inputs: Inputs) => Results>>;

export function valueOf(result: MetricResult): number | null {
  return result.value;
}

export function percent(result: MetricResult): number | null {
  return result.value === null ? null : result.value * 100;
}

export function number(inputs: Inputs, key: string): number {
  const value = inputs[key];
  if (typeof value !== 'number') throw new Error(`${key} is no number: ${String(value)}`);
  return value;
}

export function optional(inputs: Inputs, key: string): number | null {
  const value = inputs[key];
  return value === undefined || value === null ? null : number(inputs, key);
}

export function numbers(inputs: Inputs, key: string): readonly number[] {
  const value = inputs[key];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'number')) {
    throw new Error(`${key} is no list of numbers.`);
  }
  return value as readonly number[];
}
