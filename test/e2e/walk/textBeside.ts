import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness';

/** The document of a notebook in VS Code's own text editor, in a group beside it: what VS Code takes to be the file. */
export class TextBeside {
  private readonly editor: Locator;
  private readonly tab: Locator;

  private constructor(workbench: Workbench, file: string) {
    const group = workbench.page.locator('.editor-group-container').last();
    this.editor = group.locator('.monaco-editor .view-lines');
    this.tab = group.getByRole('tab', { name: file });
  }

  /** Opens the text of the notebook that is in front, and goes back to the notebook. */
  static async open(workbench: Workbench, file: string): Promise<TextBeside> {
    const text = new TextBeside(workbench, file);
    await workbench.runCommand('Retention: Open as Text');
    await text.editor.waitFor();
    await workbench.runCommand('View: Move Editor into Next Group');
    await workbench.page.locator('.editor-group-container').nth(1).waitFor();
    await workbench.tab(file).first().click();
    await workbench.notebook().grid.waitFor();
    return text;
  }

  /** The whole document, which has to fit into the window. */
  text(): Promise<string> {
    return this.editor.evaluate((editor) =>
      [...editor.querySelectorAll<HTMLElement>('.view-line')]
        .sort((a, b) => a.offsetTop - b.offsetTop)
        .map((line) => line.textContent.replaceAll('\u00a0', ' '))
        .join('\n'),
    );
  }

  /** Whether the document has changes that are not saved. */
  async isDirty(): Promise<boolean> {
    return (await this.tab.getAttribute('class'))?.split(' ').includes('dirty') ?? false;
  }
}
