import { RowLinks } from '../checks/rowLinks';
import type { RetentionDocument } from '../document/types';
import { PeriodIndex } from '../metrics/periodIndex';
import { GoalProblems } from './goalProblems';
import { ProblemTally } from './problemTally';

/** What is known of rows by looking at others. */
interface ComparedRows {
  readonly links: RowLinks;
  readonly index: PeriodIndex;
  readonly tally: ProblemTally;
  readonly goals: GoalProblems;
}

/** Compares the rows of a document with each other when somebody asks, all at once or part by part. */
export class Comparison {
  private links: RowLinks | null = null;
  private periods: PeriodIndex | null = null;
  private compared: ComparedRows | null = null;

  constructor(
    private readonly document: RetentionDocument,
    private readonly today: number,
    private readonly segments: () => readonly string[],
  ) {}

  get isDone(): boolean {
    return this.compared !== null;
  }

  /** Does the next part of the work, one of three, and says whether all is done. */
  step(): boolean {
    if (this.links === null) this.links = new RowLinks(this.document);
    else if (this.periods === null) this.periods = this.index;
    else if (!this.isDone) this.finish();
    return this.isDone;
  }

  /** All that summaries need. */
  get index(): PeriodIndex {
    return (this.periods ??= new PeriodIndex(this.document, { today: this.today }));
  }

  get rows(): ComparedRows {
    return this.compared ?? this.finish();
  }

  private finish(): ComparedRows {
    const links = (this.links ??= new RowLinks(this.document));
    const { index } = this;
    const outlookOf = (segment: string | null) => index.outlook(segment);
    const goals = new GoalProblems(this.document, links, outlookOf, this.segments);
    this.compared = { links, index, tally: new ProblemTally(links), goals };
    return this.compared;
  }
}
