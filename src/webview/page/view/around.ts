import type { TemplateResult } from 'lit';
import { html, type nothing, render } from 'lit';
import type { GridSelectionView } from '../../grid';
import type { Hand } from '../conflicts';
import { ConflictsPart } from '../conflicts';
import { HeaderPart } from '../header';
import type { NoticeActions, RefusedEdit } from '../notices';
import { readOnlyView, refusedView } from '../notices';
import { ProblemsPart } from '../problems';
import type { PageActions, Session } from '../session';
import type { NotebookGridModel } from '../sheet';
import type { Shell } from '../shell';
import { StartPart } from '../start';
import { StatisticsPart } from '../statistics';
import { summaryView } from '../summary';
import type { Opening } from './opening';

/** What stands around the grid and says something about the notebook, each in its place of the shell. */
export class AroundGrid {
  readonly problems: ProblemsPart;
  readonly #header: HeaderPart;
  readonly #conflicts: ConflictsPart;
  readonly #start: StartPart;
  readonly #statistics: StatisticsPart;
  #refused: readonly RefusedEdit[] = [];

  /** @param pasted what there is to say after a paste */
  constructor(
    private readonly shell: Shell,
    private readonly actions: PageActions & NoticeActions,
    private readonly pasted: () => TemplateResult | typeof nothing,
    model: NotebookGridModel,
    { problemsOpen, conflictHand }: Pick<Opening, 'problemsOpen' | 'conflictHand'>,
  ) {
    this.#header = new HeaderPart(shell.header, actions);
    this.#conflicts = new ConflictsPart(shell.conflicts, actions, conflictHand);
    this.#start = new StartPart(shell.start, actions);
    this.#statistics = new StatisticsPart(shell.footer, model);
    this.problems = new ProblemsPart(shell.problems, actions, problemsOpen);
  }

  /** What is written by hand for a conflict and not taken over yet. */
  get conflictHand(): Hand | null {
    return this.#conflicts.hand;
  }

  /** @param row the row of the file that was edited, or null for any */
  draw(session: Session, selection: GridSelectionView, row: number | null): void {
    this.drawHeader(session);
    this.drawNotices(session);
    this.#conflicts.draw(session);
    render(summaryView(session.notebook.summary(session.segment), session.numbers), this.shell.summary);
    this.#start.draw(session);
    this.problems.changed(session, row);
    this.count(session, selection);
  }

  drawHeader(session: Session): void {
    this.#header.draw(session);
  }

  /** Shows the edits that could not be applied. */
  refuse(session: Session, refused: readonly RefusedEdit[]): void {
    this.#refused = refused;
    this.drawNotices(session);
  }

  /** The user saves: says what of the conflicts is left. */
  saving(): void {
    this.#conflicts.saving();
  }

  drawNotices({ readOnly }: Session): void {
    const { actions } = this;
    render(
      html`${readOnlyView(readOnly, actions)}${refusedView(this.#refused, actions)}${this.pasted()}`,
      this.shell.notices,
    );
  }

  /** Counts what the selection adds up to, when there is time. */
  count(session: Session, selection: GridSelectionView): void {
    this.#statistics.count(selection, session.numbers);
  }

  dispose(): void {
    this.#statistics.cancel();
  }
}
