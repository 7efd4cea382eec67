import * as vscode from 'vscode';
import { messageText } from '../../plainText';
import type { Answers, Step, StepFlow, StepRemark } from './steps';

const SEVERITIES: Readonly<Record<StepRemark['severity'], vscode.InputBoxValidationSeverity>> = {
  error: vscode.InputBoxValidationSeverity.Error,
  warning: vscode.InputBoxValidationSeverity.Warning,
  info: vscode.InputBoxValidationSeverity.Info,
};

/**
 * Asks the questions of a flow one after the other, with a way back.
 *
 * @param proposed answers of earlier calculations, offered for change
 * @returns all answers, or undefined when the user gave up
 */
export async function askSteps(flow: StepFlow, proposed: Answers): Promise<Answers | undefined> {
  let answers: Answers = {};
  let drafts: Answers = proposed;
  for (let index = 0; ;) {
    const steps = flow.steps(answers);
    const step = steps[index];
    if (step === undefined) return answers;
    const answer = await ask(flow.title, step, index, steps.length, drafts[step.id] ?? '', answers);
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      index--;
      const before = steps[index];
      // Forgotten as an answer, kept as a proposal: the questions after it may depend on it.
      if (before !== undefined) {
        answers = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== before.id));
      }
      continue;
    }
    answers = { ...answers, [step.id]: answer.text };
    drafts = { ...drafts, [step.id]: answer.text };
    index++;
  }
}

function ask(
  title: string,
  step: Step,
  index: number,
  total: number,
  value: string,
  answers: Answers,
): Promise<{ readonly text: string } | 'back' | undefined> {
  return new Promise((resolve) => {
    const box = vscode.window.createInputBox();
    const check = (): StepRemark | null => step.check(box.value.trim(), answers);
    box.title = title;
    box.step = index + 1;
    box.totalSteps = total;
    box.prompt = step.prompt;
    box.placeholder = step.placeholder;
    box.value = value;
    box.ignoreFocusOut = true;
    box.buttons = index > 0 ? [vscode.QuickInputButtons.Back] : [];
    box.onDidChangeValue(() => show(box, box.value.trim() === '' ? null : check()));
    box.onDidAccept(() => {
      const remark = check();
      show(box, remark);
      if (remark?.severity === 'error') return;
      resolve({ text: box.value.trim() });
      box.hide();
    });
    box.onDidTriggerButton(() => {
      resolve('back');
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

function show(box: vscode.InputBox, remark: StepRemark | null): void {
  box.validationMessage =
    remark === null
      ? undefined
      : { message: messageText(remark.message), severity: SEVERITIES[remark.severity] };
}
