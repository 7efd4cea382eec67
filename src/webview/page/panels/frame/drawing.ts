import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';
import type { ChildPart, PartInfo } from 'lit/directive.js';
import type { Chart, ChartNode } from '../../../../charts';

const SVG = 'http://www.w3.org/2000/svg';

/** The chart as one piece: what it says to those who do not see it is said of the whole. */
function rootOf({ width, height, label, children }: Chart): Piece {
  const attributes = {
    class: 'chart-drawing',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': label,
  };
  return { tag: 'svg', attributes, children };
}

type Piece = Pick<ChartNode, 'attributes' | 'children'> & { readonly tag: string };

/**
 * Draws a chart as elements in the colours of the theme: a change of theme repaints them without a redraw. Drawn again,
 * only what differs is touched: a key in a cell moves a few marks of a picture that may have hundreds.
 */
class DrawingDirective extends Directive {
  #drawn: { readonly piece: Piece; readonly element: SVGElement } | null = null;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.CHILD) throw new Error('A drawing stands between tags.');
  }

  override render(chart: Chart): unknown {
    const piece = rootOf(chart);
    const element =
      this.#drawn === null ? elementOf(piece) : patch(this.#drawn.element, this.#drawn.piece, piece);
    const isNew = element !== this.#drawn?.element;
    this.#drawn = { piece, element };
    return isNew ? element : noChange;
  }

  override update(_part: ChildPart, [chart]: [Chart]): unknown {
    return this.render(chart);
  }
}

/** @see DrawingDirective */
export const drawing = directive(DrawingDirective);

function elementOf({ tag, attributes, children }: Piece): SVGElement {
  const element = document.createElementNS(SVG, tag as 'g');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.map(nodeOf));
  return element;
}

function nodeOf(child: ChartNode | string): Node {
  return typeof child === 'string' ? document.createTextNode(child) : elementOf(child);
}

/** Makes of the element of one piece that of another; a new one where they are of different kinds. */
function patch(element: SVGElement, before: Piece, after: Piece): SVGElement {
  if (before.tag !== after.tag) return elementOf(after);
  for (const [name, value] of Object.entries(after.attributes)) {
    if (before.attributes[name] !== value) element.setAttribute(name, String(value));
  }
  for (const name of Object.keys(before.attributes)) {
    if (!(name in after.attributes)) element.removeAttribute(name);
  }
  patchChildren(element, before.children, after.children);
  return element;
}

function patchChildren(
  parent: SVGElement,
  before: ChartNode['children'],
  after: ChartNode['children'],
): void {
  let at = parent.firstChild;
  for (const [index, child] of after.entries()) {
    const old = before[index];
    if (old === undefined || at === null) {
      parent.append(nodeOf(child));
      continue;
    }
    const next: ChildNode | null = at.nextSibling;
    if (typeof child !== 'string' && typeof old !== 'string') {
      const patched = patch(at as SVGElement, old, child);
      if (patched !== at) at.replaceWith(patched);
    } else if (child !== old) at.replaceWith(nodeOf(child));
    at = next;
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}
