import type { Method, Percent } from '../document/types';
import type { RowResult } from '../metrics/evaluation';
import type { MetricResult } from '../metrics/result';
import type { LineMaker, QuickLine } from './lines';
import type { QuickInterpretation, QuickShare } from './types';

/** The retention rate, without the rounding error of 1 − 0.95 where the churn rate was given. */
export function retentionShare(
  of: 'retention' | 'churn',
  { numerator, denominator, share }: Percent,
): number {
  return of === 'retention' ? share : (denominator - numerator) / denominator;
}

/** The retention rate, or what a share is the rate of. `counted` writes the calculation of counts. */
export function retentionLine(
  make: LineMaker,
  input: QuickInterpretation,
  rate: MetricResult,
  counted: () => string,
): QuickLine {
  const { t } = make;
  const line = (label: string, detail: string): QuickLine =>
    make.percentLine('retention', label, rate, detail);
  switch (input.kind) {
    case 'rate':
      return line(t('Retention rate'), input.of === 'retention' ? t('As given.') : t('100 % − churn rate'));
    case 'counts':
      return line(t('Retention rate'), counted());
    case 'share':
      return shareLine(make, input, line);
  }
}

function shareLine(
  make: LineMaker,
  input: QuickShare,
  line: (label: string, detail: string) => QuickLine,
): QuickLine {
  const { t } = make;
  const [part, whole] = [make.count(input.part), make.count(input.whole)];
  switch (input.meaning) {
    case 'kept':
      return line(t('Retention rate'), t('{0} of {1} customers stayed.', part, whole));
    case 'returning':
      return line(
        t('Returning-customer rate'),
        t('{0} of {1} customers came back in the period.', part, whole),
      );
    case 'lost':
      return line(t('Retention rate'), t('100 % − churn rate'));
    case 'unnamed':
      return line(
        t('Share of the customers'),
        t(
          '{0} of {1}: the retention rate if they stayed, the returning-customer rate if they bought again. Add “kept” or “returning”.',
          part,
          whole,
        ),
      );
  }
}

/**
 * The complement of the retention rate.
 *
 * @param gone how many of the customers of the start are lost, or null when nobody knows
 */
export function churnLine(
  make: LineMaker,
  input: QuickInterpretation,
  row: RowResult,
  gone: number | null,
): QuickLine {
  const { t } = make;
  if (input.kind === 'rate') {
    // The complement of a retention rate is what the retention rate of that churn rate would be.
    const value = input.of === 'churn' ? input.rate.share : retentionShare('churn', input.rate);
    const detail = input.of === 'churn' ? t('As given.') : t('100 % − retention rate');
    return make.percentLine('churn', t('Churn rate'), { value }, detail);
  }
  const detail = t('{0} of {1} customers of the start', make.count(gone ?? 0), make.count(row.start ?? 0));
  const meaning = input.kind === 'share' ? input.meaning : 'lost';
  const label =
    meaning === 'returning' ? t('Not returned') : meaning === 'unnamed' ? t('The rest') : t('Churn rate');
  return make.percentLine('churn', label, row.churn, detail);
}

/** The calculation with its own numbers: `(end − new) / start = (450 − 50) / 500`. */
export function formula(make: LineMaker, row: RowResult, method: Method): string {
  const { t } = make;
  const start = make.count(row.start ?? 0);
  const back = row.reactivated !== null && row.reactivated !== 0 ? make.count(row.reactivated) : null;
  if (method === 'lost' || row.end === null || row.new === null) {
    const lost = make.count(row.lost ?? 0);
    return method === 'with-reactivated' && back !== null
      ? `${t('(start − lost + won back) / start')} = (${start} − ${lost} + ${back}) / ${start}`
      : `${t('(start − lost) / start')} = (${start} − ${lost}) / ${start}`;
  }
  const subtracted = method === 'classic' && back !== null;
  const words = subtracted ? t('(end − new − won back) / start') : t('(end − new) / start');
  const won = subtracted ? ` − ${back}` : '';
  return `${words} = (${make.count(row.end)} − ${make.count(row.new)}${won}) / ${start}`;
}
