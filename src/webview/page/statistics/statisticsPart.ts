import { render } from 'lit';
import type { GridSelectionView } from '../../grid';
import type { NotebookGridModel } from '../sheet';
import { idleTask } from '../frames';
import type { NumberDisplay } from '../numbers';
import type { Statistics } from './statistics';
import { selectionStatistics } from './statistics';
import { statisticsView } from './statisticsView';

/** The line at the bottom, kept in step with the selection without ever holding up a key. */
export class StatisticsPart {
  readonly #counting = idleTask<Statistics>();

  constructor(
    private readonly place: HTMLElement,
    private readonly model: NotebookGridModel,
  ) {}

  /** Counts the selection; a single cell needs no statistics. */
  count({ ranges }: GridSelectionView, numbers: NumberDisplay): void {
    const rows = this.model.rowCount;
    const clipped = ranges
      .filter(({ top }) => top < rows)
      .map((range) => ({ ...range, bottom: Math.min(range.bottom, rows - 1) }));
    const [only, second] = clipped;
    const single = second === undefined && only?.top === only?.bottom && only?.left === only?.right;
    if (single) {
      this.#counting.cancel();
      this.#show(null, numbers);
    } else {
      this.#counting.run(selectionStatistics(clipped, this.model), (result) => this.#show(result, numbers));
    }
  }

  cancel(): void {
    this.#counting.cancel();
  }

  #show(statistics: Statistics | null, numbers: NumberDisplay): void {
    const rows = { shown: this.model.rowCount, total: this.model.source.document.rowCount };
    render(statisticsView(statistics, rows, numbers), this.place);
  }
}
