import { join } from 'node:path';
import {
  answerTo,
  BENCHMARK_SOURCES,
  benchmarks,
  GUIDES,
  INDUSTRIES,
  strategies,
} from '../../../../src/core';
import { transcribe, written } from './transcript';

const REASONS = [
  'price',
  'product',
  'service',
  'competitor',
  'fit',
  'payment',
  'no_need',
  'other',
  'unknown',
];

const lines = (values: readonly unknown[]): string => values.map((value) => written(value)).join('\n');

transcribe(join(__dirname, '../../../fixtures/transcripts/library.txt'), [
  ['of published figures', () => lines(benchmarks())],
  ['of their sources and industries', () => `${written(BENCHMARK_SOURCES)}\n${written(INDUSTRIES)}`],
  ['of strategies', () => lines(strategies())],
  [
    'of guides and answers to reasons',
    () => `${written(GUIDES)}\n${lines(REASONS.map((reason) => answerTo(reason)))}`,
  ],
]);
