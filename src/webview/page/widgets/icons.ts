import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Severity } from '../../../core';

/**
 * The page's few pictures, drawn inline in the text's colour: no font to load, and nothing that a strict
 * content security policy or a forced-colours mode could take away. All are hidden from assistive
 * technology; the words beside them say the same.
 */
const shapes = {
  error: svg`<circle cx="8" cy="8" r="6.5" fill="none" /><path d="M5.5 5.5 L10.5 10.5 M10.5 5.5 L5.5 10.5" />`,
  warning: svg`<path d="M8 1.75 L14.75 14 L1.25 14 Z" fill="none" stroke-linejoin="round" /><path d="M8 6 L8 10 M8 11.25 L8 12.5" />`,
  info: svg`<circle cx="8" cy="8" r="6.5" fill="none" /><path d="M8 7.25 L8 11.5 M8 4.25 L8 5.6" />`,
  up: svg`<path d="M3.5 10 L8 5.5 L12.5 10" fill="none" />`,
  down: svg`<path d="M3.5 6 L8 10.5 L12.5 6" fill="none" />`,
  right: svg`<path d="M6 3.5 L10.5 8 L6 12.5" fill="none" />`,
  selection: svg`<path d="M2.5 4 L13.5 4 M2.5 8 L9.5 8 M2.5 12 L11.5 12" />`,
  close: svg`<path d="M4.5 4.5 L11.5 11.5 M11.5 4.5 L4.5 11.5" />`,
  lock: svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1" fill="none" /><path d="M5.5 7 L5.5 5 A2.5 2.5 0 0 1 10.5 5 L10.5 7" fill="none" />`,
  planned: svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2" fill="none" />`,
  active: svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2" fill="none" /><path d="M5.5 10.5 L10.5 5.5" />`,
  done: svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2" fill="none" /><path d="M5 8.25 L7.25 10.5 L11 5.75" fill="none" />`,
  dropped: svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2" fill="none" /><path d="M5 8 L11 8" />`,
} as const;

/** One of the page's pictures, 16 × 16. */
export function icon(name: keyof typeof shapes): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${shapes[name]}
  </svg>`;
}

/** The sign of a severity: a cross, a triangle or an i, told apart by shape as well as by colour. */
export function severityIcon(severity: Severity): TemplateResult {
  return html`<span class="severity severity-${severity}">${icon(severity)}</span>`;
}
