import { nothing, render } from 'lit';
import type { NoticeActions } from './notices';
import { failureView, silentView } from './notices';
import { Announcer } from './sheet';
import { text } from './text';

/** The places of the page, from top to bottom. Each is drawn on its own, so that an edit redraws little. */
export interface Shell {
  readonly header: HTMLElement;
  readonly notices: HTMLElement;
  /** What git could not merge, for somebody to choose. */
  readonly conflicts: HTMLElement;
  readonly summary: HTMLElement;
  /** Says how the rows are sorted and filtered. */
  readonly order: HTMLElement;
  readonly grid: HTMLElement;
  /** Over the grid, for a file without rows. */
  readonly start: HTMLElement;
  /** Over the grid, for the find widget. */
  readonly find: HTMLElement;
  readonly problems: HTMLElement;
  readonly panels: HTMLElement;
  readonly footer: HTMLElement;
  readonly announcer: Announcer;
  /**
   * `waiting`: hidden, so that nothing jumps when the text comes; `preview`: its first rows are seen, and nobody can do
   * anything with them yet; `open`: the text is there.
   */
  setStage(stage: 'waiting' | 'preview' | 'open'): void;
  /** How many edits VS Code has not taken over yet. Nobody sees it; whoever drives the page from outside can wait for 0. */
  setUnderway(count: number): void;
  /** Says that the notebook could not be shown, and offers the text. */
  showFailure(actions: Pick<NoticeActions, 'openAsText'>): void;
  /** Says that nobody has told the page what to show. */
  showSilence(isSilent: boolean): void;
}

/** Makes the places, which wait for what is to be shown in them. */
export function createShell(root: HTMLElement): Shell {
  const page = document.createElement('div');
  page.className = 'page';
  const place = (tag: string, className: string, parent: HTMLElement = page): HTMLElement => {
    const element = document.createElement(tag);
    element.className = className;
    parent.append(element);
    return element;
  };
  const header = place('header', 'header');
  const notices = place('div', 'notices');
  const conflicts = place('div', 'conflicts-slot');
  const summary = place('div', 'summary-slot');
  const order = place('div', 'order-slot');
  const main = place('main', 'grid-slot');
  const find = place('div', 'find-slot', main);
  const grid = place('div', 'grid-host', main);
  const start = place('div', 'start-slot', main);
  const problems = place('section', 'problems');
  problems.setAttribute('aria-label', text.problems.region);
  problems.hidden = true;
  const panels = place('section', 'panels');
  panels.setAttribute('aria-label', text.panels);
  const footer = place('footer', 'footer');
  const announcer = new Announcer();
  page.append(announcer.element);
  root.append(page);
  const setStage: Shell['setStage'] = (stage) => {
    page.dataset['stage'] = stage;
    page.setAttribute('aria-busy', String(stage !== 'open'));
    // What went wrong can be answered at any time.
    for (const child of page.children) {
      if (child instanceof HTMLElement && child !== notices) child.inert = stage !== 'open';
    }
  };
  setStage('waiting');
  const setUnderway: Shell['setUnderway'] = (count) => {
    page.dataset['underway'] = String(count);
  };
  setUnderway(0);
  return {
    header,
    notices,
    conflicts,
    summary,
    order,
    grid,
    start,
    find,
    problems,
    panels,
    footer,
    announcer,
    setStage,
    setUnderway,
    showFailure: (actions) => render(failureView(actions), notices),
    showSilence: (isSilent) => render(isSilent ? silentView() : nothing, notices),
  };
}
