import * as vscode from 'vscode';
import type { QuickLineId } from '../../../core';
import { calculatorState } from './calculatorModel';
import type { CalculatorAction, CalculatorItem, CalculatorOptions, CalculatorState } from './calculatorModel';
import { fileName } from '../../retentionFiles';
import { showError } from '../../messages';
import { addRow, openRetentionFiles } from './addRow';
import { openNewFile } from './newNotebook';
import type { CommandServices } from '../services';

/** How a quick calculation begins. */
export interface CalculatorStart {
  readonly title: string;
  /** What is in the input at first. */
  readonly value: string;
  readonly first?: QuickLineId;
  /** Taken from the file the numbers come from. */
  readonly method?: CalculatorOptions['method'];
  readonly decimal?: CalculatorOptions['decimal'];
}

interface PickItem extends vscode.QuickPickItem {
  readonly model: CalculatorItem;
}

/** For so long the status bar says what was copied. */
const CONFIRMATION_MS = 4000;

/**
 * Opens the list that computes while one types. Enter copies the result in focus; buttons put it into the
 * active editor, and the whole calculation into an open or a new file.
 */
export function openCalculator(services: CommandServices, start: CalculatorStart): void {
  const { t } = vscode.l10n;
  const editor = vscode.window.activeTextEditor;
  const options = optionsOf(start);
  const insertButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('insert'),
    tooltip: t('Insert into {0}', editor === undefined ? '' : fileName(editor.document.uri)),
  };
  const titleButtons = new Map<CalculatorAction, vscode.QuickInputButton>([
    ['addRow', { iconPath: new vscode.ThemeIcon('table'), tooltip: t('Add as Row to an Open File') }],
    ['newFile', { iconPath: new vscode.ThemeIcon('new-file'), tooltip: t('Open in a New File') }],
    ['copyAll', { iconPath: new vscode.ThemeIcon('copy'), tooltip: t('Copy All Results') }],
  ]);

  const pick = vscode.window.createQuickPick<PickItem>();
  let state: CalculatorState = calculatorState(start.value, options);
  const update = (): void => {
    state = calculatorState(pick.value, options);
    pick.title = state.echo === null || state.echo === '' ? start.title : `${start.title}: ${state.echo}`;
    pick.items = state.items.map((model) => {
      const insertable = model.choice.type === 'copy' && editor !== undefined;
      return {
        label: model.icon === null ? model.label : `$(${model.icon}) ${model.label}`,
        description: model.description,
        detail: model.detail,
        // The input is no filter.
        alwaysShow: true,
        buttons: insertable ? [insertButton] : [],
        model,
      };
    });
    const offered = new Set(state.items.map(({ id }) => id));
    pick.buttons = [...titleButtons].filter(([action]) => offered.has(action)).map(([, button]) => button);
  };
  const act = async (action: CalculatorAction): Promise<void> => {
    const { interpretation, allText } = state;
    pick.hide();
    if (action === 'copyAll' && allText !== null) await copy(allText, t('Copied all results'));
    if (interpretation === null) return;
    if (action === 'addRow') await addRow(services, interpretation);
    if (action === 'newFile') await openNewFile(services, interpretation);
  };
  const choose = async ({ choice }: CalculatorItem): Promise<void> => {
    switch (choice.type) {
      case 'copy':
        pick.hide();
        await copy(choice.text, t('Copied {0}', choice.text));
        return;
      case 'write':
        pick.value = choice.text;
        update();
        return;
      case 'act':
        await act(choice.action);
        return;
      case 'nothing':
    }
  };

  pick.placeholder = t('Type the numbers, for example 500 +50 -100 goal 85%');
  // The numbers may have to be looked up elsewhere meanwhile.
  pick.ignoreFocusOut = true;
  pick.value = start.value;
  update();
  pick.onDidChangeValue(update);
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (item !== undefined) void choose(item.model);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    if (editor !== undefined && item.model.choice.type === 'copy')
      void insert(editor, item.model.choice.text);
  });
  pick.onDidTriggerButton((button) => {
    for (const [action, known] of titleButtons) if (known === button) void act(action);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function optionsOf({ first, method, decimal }: CalculatorStart): CalculatorOptions {
  const files = openRetentionFiles();
  const [only] = files;
  const target =
    files.length > 1 ? vscode.l10n.t('one of {0} open files', files.length) : only && fileName(only.uri);
  return {
    t: vscode.l10n.t,
    ...(first === undefined ? {} : { first }),
    ...(method === undefined ? {} : { method }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(target === undefined ? {} : { rowTarget: target }),
  };
}

async function copy(text: string, confirmation: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${confirmation}`, CONFIRMATION_MS);
}

async function insert(editor: vscode.TextEditor, text: string): Promise<void> {
  const done = await editor.edit((builder) => {
    for (const selection of editor.selections) builder.replace(selection, text);
  });
  if (done) return;
  void showError(vscode.l10n.t('{0} could not be inserted: the editor is read-only or closed.', text));
}
