import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { setSetting } from '../../../../core';
import { text as pageText } from '../../text';
import { field } from '../../widgets';
import type { PanelPlace } from '../frame';
import type { RevenueSetting } from './settings';
import { kindOf, revenueSettings, settingText, typedSetting } from './settings';
import { revenueText } from './text';

const { settings: text } = revenueText;
const idOf = (key: RevenueSetting): string => `revenue-${key}`;

/** What the figures are made with, editable in place. */
export function settingsView(place: PanelPlace): TemplateResult {
  return html`<details class="panel-settings" id="revenue-settings">
    <summary>${text.title}</summary>
    <div class="panel-controls">${revenueSettings.map((key) => settingView(place, key))}</div>
  </details>`;
}

function settingView({ session, actions }: PanelPlace, key: RevenueSetting): TemplateResult {
  const { document } = session.notebook;
  const id = idOf(key);
  const hint = key === 'revenue_per_customer' ? text.hint.measured : text.hint[kindOf(key)];
  return html`<div class="control">
    <label class="control-label" for=${id}>${text.names[key]}</label>
    <input
      id=${id}
      class="text-input setting-input"
      type="text"
      inputmode=${kindOf(key) === 'currency' ? nothing : 'decimal'}
      autocomplete="off"
      spellcheck="false"
      placeholder=${hint}
      aria-describedby="${id}-error"
      ?readonly=${session.readOnly !== null}
      ${field({
        value: settingText(document, key),
        commit: (typed) => {
          const { value, refusal } = typedSetting(key, typed, document.settings.decimal);
          if (refusal === null) {
            actions.edit(setSetting(document, key, value), pageText.edit.setting(text.names[key]));
          }
          return refusal;
        },
        refuse: (message) => showRefusal(id, message),
      })}
    />
    <div id="${id}-error" class="control-error" role="alert"></div>
  </div>`;
}

/** The sentence at the field; it is there as long as what is typed is wrong, and nothing else keeps it. */
function showRefusal(id: string, message: string | null): void {
  const input = document.getElementById(id);
  const error = document.getElementById(`${id}-error`);
  if (message === null) input?.removeAttribute('aria-invalid');
  else input?.setAttribute('aria-invalid', 'true');
  if (error !== null) error.textContent = message ?? '';
}

/** A way to the field of a setting; nothing where the file cannot be edited. */
export function settingLink(
  { session }: Pick<PanelPlace, 'session'>,
  key: RevenueSetting,
): TemplateResult | typeof nothing {
  if (session.readOnly !== null) return nothing;
  return html`<button class="link-button" @click=${() => goToSetting(key)}>${text.set[key]}</button>`;
}

function goToSetting(key: RevenueSetting): void {
  document.getElementById('revenue-settings')?.setAttribute('open', '');
  const input = document.getElementById(idOf(key));
  input?.scrollIntoView({ block: 'nearest' });
  input?.focus();
}
