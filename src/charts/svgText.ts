import type { Chart, ChartNode, Ink } from './node';

/** Colours on white paper; every one has a contrast of at least 3:1, those of words 4.5:1. */
const paper: Readonly<Record<Ink, string>> = {
  background: '#ffffff',
  text: '#1f2328',
  muted: '#59636e',
  rule: '#d1d9e0',
  line: '#0b62c4',
  band: '#cfe3fa',
  goal: '#a14a00',
  average: '#6639ba',
  good: '#1a7f37',
  bad: '#c0302b',
  neutral: '#6e7781',
  mark: '#1f2328',
};

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, sans-serif";

/**
 * A chart as an SVG that stands alone, on a light ground: for files, clipboards and reports. Nothing in it can run.
 *
 * @example
 * svgText({ width: 10, height: 10, label: 'Nothing', children: [] }); // '<svg xmlns="http://www.w3.org/2000/svg" …'
 */
export function svgText({ width, height, label, children }: Chart): string {
  const name = escapeXml(label);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const ground = `<rect width="${width}" height="${height}" fill="${paper.background}"/>`;
  const body = children.map(nodeText).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${name}" font-family="${escapeXml(FONT)}" font-size="11"><title>${name}</title>${ground}${body}</svg>`;
}

function nodeText({ tag, attributes, children }: ChartNode): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(onPaper(String(value)))}"`)
    .join('');
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : nodeText(child)));
  return inner.length === 0 ? `<${tag}${written}/>` : `<${tag}${written}>${inner.join('')}</${tag}>`;
}

function onPaper(value: string): string {
  return value.replace(/^var\(--chart-(\w+)\)$/, (_, name: string) => paper[name as Ink]);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names of periods and segments are whatever somebody typed: what XML 1.0 forbids becomes a replacement character. */
function escapeXml(text: string): string {
  return text
    .replace(/\p{Surrogate}|[\p{Cc}\ufffe\uffff]/gu, (character) =>
      /[\t\n\r]/.test(character) ? ' ' : '\ufffd',
    )
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
