import type { ColumnLayout } from './layout';

/**
 * Places and widths of the columns as one style sheet, so that a cell needs a class and no style of its
 * own, and a resize touches no cell. A constructed style sheet is allowed by a strict Content Security Policy.
 */
export class ColumnStyles {
  readonly #sheet = new CSSStyleSheet();
  readonly #scope: string;

  constructor(gridId: string) {
    this.#scope = `.rn-grid[data-grid="${gridId}"]`;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  update(layout: ColumnLayout, gutterWidth: number): void {
    const rules = layout.lefts.map((left, index) => {
      const x = index < layout.frozen ? left + gutterWidth : left;
      return `${this.#scope} .c${index}{left:${x}px;width:${layout.widths[index]!}px}`;
    });
    // The last frozen column stands over the others once these have moved.
    rules.push(`${this.#scope}.is-shifted .c${layout.frozen - 1}{border-right-color:var(--rn-line-strong)}`);
    rules.push(`${this.#scope} .rn-lane{left:${gutterWidth}px;width:${Math.max(1, layout.total)}px}`);
    rules.push(`${this.#scope} .rn-gutter{width:${gutterWidth}px}`);
    this.#sheet.replaceSync(rules.join('\n'));
  }

  dispose(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
