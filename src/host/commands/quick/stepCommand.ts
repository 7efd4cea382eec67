import * as vscode from 'vscode';
import type { Translate } from '../../../core';
import type { CommandServices } from '../services';
import { openCalculator } from './calculator';
import { askSteps } from './stepInput';
import type { Answers, StepFlow } from './steps';

/** The last answers of this window, proposed again: several rates of one period are asked in a row. */
export class StepMemory {
  private answers: Answers = {};

  get proposed(): Answers {
    return this.answers;
  }

  remember(answers: Answers): void {
    this.answers = { ...this.answers, ...answers };
  }
}

/**
 * Registers a command that asks step by step and shows what comes out of it. A keybinding may pass answers to
 * propose, as in `{ "start": "500" }`.
 */
export function registerStepCommand(
  command: string,
  flow: (t: Translate) => StepFlow,
  services: CommandServices,
  memory: StepMemory,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (proposed?: unknown) => {
    const asked = flow(vscode.l10n.t);
    const answers = await askSteps(asked, { ...memory.proposed, ...answersOf(proposed) });
    if (answers === undefined) return;
    memory.remember(answers);
    openCalculator(services, { title: asked.title, value: asked.input(answers), first: asked.first });
  });
}

/** The texts of an argument that came from outside. */
function answersOf(value: unknown): Answers {
  if (typeof value !== 'object' || value === null) return {};
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
