import type { Percent } from '../document/types';
import type { PeriodCounts } from '../metrics/evaluation';
import type { TextRange } from '../text/edit';
import type { Binding, Bound } from './bind';
import type { NumberItem } from './items';
import { percentMeant, readPercent } from './percent';
import { shareMeaning } from './shareMeaning';
import type { QuickFault } from './tokens';
import type { QuickCount, QuickInterpretation, QuickOffer, QuickShare, QuickSpan, Translate } from './types';

export interface Assembled {
  readonly interpretation: QuickInterpretation;
  readonly notes: readonly string[];
}

interface Context {
  readonly span: QuickSpan | null;
  readonly period: string | null;
}

/** Numbers without a name and sign mean these, in this order: the order of a file's columns. */
const PLACES: readonly QuickCount[] = ['start', 'new', 'lost', 'end', 'reactivated'];

/** Signs that a count may carry because they say the same as its name. */
const FITTING_SIGN: Readonly<Record<QuickCount, string>> = {
  start: '',
  new: '+',
  lost: '-',
  end: '',
  reactivated: '+',
};

/** Thrown and caught inside `assemble`: the first place that makes no sense ends the reading. */
class Stop extends Error {
  constructor(readonly fault: QuickFault) {
    super(fault.message);
  }
}

/** Makes one calculation of the bound numbers, or says which of them cannot belong to it. */
export function assemble(
  text: string,
  binding: Binding,
  context: Context,
  t: Translate,
): Assembled | QuickFault {
  try {
    return new Assembly(text, context, t).run(binding);
  } catch (stop) {
    if (stop instanceof Stop) return stop.fault;
    throw stop;
  }
}

class Assembly {
  private readonly counts = new Map<QuickCount, number>();
  private readonly places = new Map<QuickCount, NumberItem>();
  private readonly notes: string[] = [];
  private goal: Percent | null = null;
  private rate: { of: 'retention' | 'churn'; percent: Percent; range: TextRange } | null = null;
  private part: { name: 'kept' | 'returning'; number: NumberItem; value: number } | null = null;

  constructor(
    private readonly text: string,
    private readonly context: Context,
    private readonly t: Translate,
  ) {}

  run(binding: Binding): Assembled {
    const { t } = this;
    for (const bound of binding.bound) if (bound.name) this.named(bound, bound.name);
    const free = binding.bound.filter((bound) => bound.name === null).map((bound) => bound.number);
    const percents = free.filter((number) => number.percent);
    for (const number of percents) this.loosePercent(number, binding);
    for (const number of free) if (!number.percent && number.sign !== '') this.signed(number);
    const signs = free.some((number) => number.sign !== '');
    for (const number of free) if (!number.percent && number.sign === '') this.placed(number, signs);
    const base = { goal: this.goal, span: this.context.span, period: this.context.period };

    if (binding.share)
      return { interpretation: { ...this.share(binding, binding.share), ...base }, notes: this.notes };
    if (this.part) return { interpretation: { ...this.namedPart(this.part), ...base }, notes: this.notes };
    if (this.rate) {
      if (this.counts.size > 0)
        this.stop(this.rate.range, t('Give either the rate or the numbers of customers.'));
      const interpretation = { kind: 'rate', of: this.rate.of, rate: this.rate.percent, ...base } as const;
      return { interpretation, notes: this.notes };
    }
    const count = (name: QuickCount): number | null => this.counts.get(name) ?? null;
    const counts: PeriodCounts = {
      start: count('start'),
      new: count('new'),
      lost: count('lost'),
      end: count('end'),
      reactivated: count('reactivated'),
    };
    return { interpretation: { kind: 'counts', counts, ...base }, notes: this.notes };
  }

  private named({ number }: Bound, name: NonNullable<Bound['name']>): void {
    const { t } = this;
    switch (name.type) {
      case 'count':
        this.set(name.count, number);
        return;
      case 'part':
        if (this.part) this.stop(number, t('Only one part of the customers can be given.'));
        this.part = { name: name.part, number, value: this.whole(number, '') };
        return;
      case 'goal':
        if (this.goal) this.stop(number, t('The goal is given twice.'));
        this.goal = this.percent(number);
        return;
      case 'rate':
        if (this.rate) this.stop(number, t('Only one rate can be given.'));
        this.rate = { of: name.of, percent: this.percent(number), range: number };
    }
  }

  private loosePercent(number: NumberItem, binding: Binding): void {
    const alone =
      !binding.share &&
      binding.bound.every((bound) => bound.number === number || bound.name?.type === 'goal');
    // A percentage beside customers is their goal; without any it is the rate itself.
    if (alone) this.rate = { of: 'retention', percent: this.percent(number), range: number };
    else if (this.goal) this.stop(number, this.t('The goal is given twice.'));
    else this.goal = this.percent(number);
  }

  private signed(number: NumberItem): void {
    const { t } = this;
    const name = number.sign === '+' ? 'new' : 'lost';
    const first = this.places.get(name);
    if (!first) {
      this.set(name, number);
      return;
    }
    const sum = `${number.sign}${(this.counts.get(name) ?? 0) + this.whole(number, number.sign)}`;
    const offers: QuickOffer[] = [
      { title: t('Add them up: {0}', sum), text: this.replaced([first, sum], [number, '']) },
    ];
    if (number.sign === '+') {
      offers.push({
        title: t('Won back: {0}', number.digits),
        text: this.replaced([number, `reactivated=${number.digits}`]),
      });
    }
    const message =
      number.sign === '+'
        ? t('New customers are given twice. Write reactivated={0} for customers won back.', number.digits)
        : t('Lost customers are given twice.');
    this.stop(number, message, offers);
  }

  private placed(number: NumberItem, signs: boolean): void {
    const meant = percentMeant(this.text, number, this.t);
    if (meant !== null) this.notWhole(number, [meant]);
    const free = PLACES.filter((name) => !this.counts.has(name));
    // After `500 +50 -100` only the end is left to say.
    const name = signs && this.counts.has('start') && free.includes('end') ? 'end' : free[0];
    if (name === undefined)
      this.stop(number, this.t('There are more numbers than start, new, lost, end and won back.'));
    else this.set(name, number);
  }

  private set(name: QuickCount, number: NumberItem): void {
    const { t } = this;
    if (this.counts.has(name)) this.stop(number, t('“{0}” is given twice.', name));
    if (number.percent) this.stop(number, t('“{0}” is a number of customers, not a percentage.', name));
    this.counts.set(name, this.whole(number, FITTING_SIGN[name]));
    this.places.set(name, number);
  }

  private whole(number: NumberItem, fittingSign: string): number {
    const { t } = this;
    const value = Number(number.digits);
    if (number.percent) this.stop(number, t('A number of customers is needed here, not a percentage.'));
    if (number.sign !== '' && number.sign !== fittingSign) {
      const offers = [{ title: t('Write {0}', number.digits), text: this.replaced([number, number.digits]) }];
      this.stop(number, t('A number of customers has no sign here.'), offers);
    }
    if (!Number.isInteger(value)) this.notWhole(number);
    if (!Number.isSafeInteger(value))
      this.stop(number, t('{0} is too large to count exactly.', number.digits));
    return value;
  }

  private notWhole(number: NumberItem, offers: readonly QuickOffer[] = []): never {
    this.stop(number, this.t('Customers are whole: {0} is not.', number.digits), offers);
  }

  private percent(number: NumberItem): Percent {
    const read = readPercent(this.text, number, this.t);
    if ('message' in read) throw new Stop(read);
    if (read.note !== null) this.notes.push(read.note);
    return read.percent;
  }

  /** `900 of 2000`, `45% of 2000`, `100 of 500 lost`. */
  private share(binding: Binding, share: NonNullable<Binding['share']>): ShareOnly {
    const { t } = this;
    const other = [...this.places.values()][0] ?? this.part?.number ?? null;
    if (other) this.stop(other, t('“900 of 2000” is complete: another number has no place beside it.'));
    if (this.rate) this.stop(this.rate.range, t('Give either the rate or the numbers of customers.'));
    const whole = this.whole(share.whole, '');
    let part: number;
    if (share.part.percent) {
      const { numerator, denominator } = this.percent(share.part);
      part = (numerator * whole) / denominator;
      if (!Number.isInteger(part) || !Number.isSafeInteger(numerator * whole)) {
        this.stop(share.part, t('This percentage of {0} is not a whole number of customers.', whole));
      }
    } else {
      part = this.whole(share.part, '');
    }
    const { meaning, strange } = shareMeaning(binding.loose);
    if (strange) {
      this.stop(strange, t('“{0}” does not say what “{1} of {2}” customers did.', strange.text, part, whole));
    }
    return this.checkedShare(share.part, part, whole, meaning);
  }

  /** `2000 at the start, 900 returning`. */
  private namedPart(part: NonNullable<Assembly['part']>): ShareOnly {
    const { t } = this;
    const whole = this.counts.get('start');
    if (whole === undefined)
      this.stop(part.number, t('Part of how many? Add the customers at the start, for example start=2000.'));
    for (const [name, place] of this.places) {
      if (name !== 'start')
        this.stop(place, t('“{0}” has no place beside a part of the customers at the start.', name));
    }
    return this.checkedShare(part.number, part.value, whole, part.name);
  }

  private checkedShare(
    range: TextRange,
    part: number,
    whole: number,
    meaning: QuickShare['meaning'],
  ): ShareOnly {
    if (part > whole) this.stop(range, this.t('{0} is more than the {1} it is a part of.', part, whole));
    return { kind: 'share', part, whole, meaning };
  }

  private replaced(...changes: readonly (readonly [TextRange, string])[]): string {
    let text = this.text;
    for (const [range, replacement] of [...changes].sort(([a], [b]) => b.start - a.start)) {
      text = text.slice(0, range.start) + replacement + text.slice(range.end);
    }
    return text.replace(/\s+/g, ' ').trim();
  }

  private stop(range: TextRange, message: string, offers: readonly QuickOffer[] = []): never {
    throw new Stop({ message, range: { start: range.start, end: range.end }, offers });
  }
}

type ShareOnly = Omit<QuickShare, 'goal' | 'span' | 'period'>;
