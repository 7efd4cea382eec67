import type { Reasons, Trend } from '../core';

/** One number of a row of figures. */
export interface Figure {
  readonly label: string;
  /** As people read it; – where it does not exist, and the remark says why. */
  readonly value: string;
  readonly remark: string;
  /** Which side of the goal; the words say it too. */
  readonly tone: 'good' | 'bad' | 'neutral';
}

/** A column of a table for people. */
export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A measure of the playbook. */
export interface Task {
  /** `active`, `planned`, `done`. */
  readonly status: string;
  readonly done: boolean;
  readonly text: string;
  /** Since when, until when, for whom, and what it showed. */
  readonly details: readonly string[];
}

/** A part of the page. All texts are plain: whoever writes them out escapes them. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** `lead` is what to take home, `small` is for who reads on. */
  | { readonly kind: 'text'; readonly text: string; readonly weight: 'lead' | 'normal' | 'small' }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'tasks'; readonly tasks: readonly Task[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Pictures, for formats that have them; what they show is in a table or a list too. */
  | { readonly kind: 'trend'; readonly trend: Trend }
  | { readonly kind: 'reasons'; readonly reasons: Reasons };

/** A page a manager reads in a minute. */
export interface ReportPage {
  readonly title: string;
  /** What it is about: which customers, which period. */
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** How it was calculated, from what. */
  readonly footer: string;
}
