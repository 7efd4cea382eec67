/** An answer that a question lists. */
export interface Choice {
  readonly text: string;
  /** What it means; '' where the text says it. */
  readonly hint: string;
}

/** What the field over the grid asks for. */
export interface Question {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  /** What the field begins with. */
  readonly value?: string;
  /** The answers that go with what is typed so far. */
  readonly choices?: (typed: string) => readonly Choice[];
  /** Takes an answer; the sentence to show when it is none, else null. */
  answer(typed: string): string | null;
}

/**
 * Asks for something: a small field over the grid, with a list of answers where the question has some. Enter answers, with
 * the answer that is marked in the list if there is one; Escape gives the grid its focus back.
 */
export class Ask {
  readonly #box = document.createElement('div');
  readonly #label = document.createElement('span');
  readonly #input = document.createElement('input');
  readonly #list = document.createElement('ul');
  readonly #error = document.createElement('p');
  #question: Question | null = null;
  #marked = -1;

  /** @param closed gives the focus back */
  constructor(
    parent: HTMLElement,
    private readonly closed: () => void,
  ) {
    const box = this.#box;
    box.className = 'ask';
    box.hidden = true;
    box.setAttribute('role', 'dialog');
    const input = this.#input;
    input.className = 'text-input';
    input.type = 'text';
    input.spellcheck = false;
    input.autocomplete = 'off';
    this.#list.className = 'ask-choices';
    this.#list.id = 'ask-choices';
    this.#list.setAttribute('role', 'listbox');
    this.#error.className = 'ask-error';
    this.#error.id = 'ask-error';
    this.#error.setAttribute('role', 'alert');
    input.setAttribute('aria-describedby', this.#error.id);
    const label = document.createElement('label');
    label.append(this.#label, input);
    const form = document.createElement('form');
    form.append(label, this.#error, this.#list);
    box.append(form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(this.#choices[this.#marked]?.dataset['answer'] ?? input.value);
    });
    input.addEventListener('keydown', (event) => this.#onKey(event));
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('blur', () => {
      // The window lost the focus, not the field.
      if (document.activeElement !== input) this.#close();
    });
    // The field keeps the focus.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const answer = (target as Element).closest<HTMLElement>('[role=option]')?.dataset['answer'];
      if (answer !== undefined) this.#submit(answer);
    });
    parent.append(box);
  }

  open(question: Question): void {
    const input = this.#input;
    this.#question = question;
    this.#box.setAttribute('aria-label', question.title);
    this.#label.textContent = question.label;
    input.placeholder = question.placeholder;
    input.value = question.value ?? '';
    this.#list.setAttribute('aria-label', question.title);
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-controls', this.#list.id],
    ] as const) {
      if (question.choices === undefined) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
    this.#box.classList.toggle('is-list', question.choices !== undefined);
    this.#box.hidden = false;
    this.#typed();
    input.focus();
  }

  dispose(): void {
    this.#box.remove();
  }

  get #choices(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #typed(): void {
    this.#refuse(null);
    const found = this.#question?.choices?.(this.#input.value) ?? [];
    this.#list.replaceChildren(...found.map(choiceView));
    this.#list.hidden = found.length === 0;
    if (this.#question?.choices !== undefined)
      this.#input.setAttribute('aria-expanded', String(found.length > 0));
    // As in VS Code's own lists, the first answer that goes with what is typed.
    this.#mark(this.#input.value === '' ? -1 : Math.min(0, found.length - 1));
  }

  #mark(index: number): void {
    const choices = this.#choices;
    this.#marked = index;
    for (const [at, choice] of choices.entries()) choice.setAttribute('aria-selected', String(at === index));
    const marked = choices[index];
    if (marked === undefined) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', marked.id);
    marked?.scrollIntoView({ block: 'nearest' });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { length } = this.#choices;
    if (event.key === 'Escape') {
      this.#close();
      this.closed();
    } else if (length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#mark(this.#marked < 0 && step < 0 ? length - 1 : (this.#marked + step + length) % length);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #submit(answer: string): void {
    const refusal = this.#question?.answer(answer) ?? null;
    if (refusal === null) {
      this.#close();
      this.closed();
      return;
    }
    const isTyped = answer === this.#input.value;
    this.#input.value = answer;
    this.#typed();
    this.#refuse(refusal);
    // What was chosen is to be gone on with, what was typed to be typed again.
    if (isTyped) this.#input.select();
  }

  #refuse(message: string | null): void {
    this.#error.textContent = message ?? '';
    this.#error.hidden = message === null;
    this.#input.setAttribute('aria-invalid', String(message !== null));
  }

  #close(): void {
    this.#box.hidden = true;
    this.#question = null;
  }
}

function choiceView({ text, hint }: Choice, index: number): HTMLElement {
  const choice = document.createElement('li');
  choice.id = `ask-choice-${index}`;
  choice.setAttribute('role', 'option');
  choice.dataset['answer'] = text;
  const name = document.createElement('span');
  name.className = 'ask-name';
  name.textContent = text;
  const meaning = document.createElement('span');
  meaning.className = 'ask-hint';
  meaning.textContent = hint;
  choice.append(name, meaning);
  return choice;
}
