import { quietSettings } from '../../../scripts/lib/server.mjs';

/** The four kinds of themes VS Code knows. */
export type Theme = 'light' | 'dark' | 'hcLight' | 'hcDark';

/** The setting's value for each kind of theme, and the class by which the workbench shows that it is there. */
export const themes: Readonly<Record<Theme, { readonly name: string; readonly className: string }>> = {
  light: { name: 'Default Light Modern', className: 'vs' },
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  hcLight: { name: 'Default High Contrast Light', className: 'hc-light' },
  hcDark: { name: 'Default High Contrast', className: 'hc-black' },
};

/** The user's settings in every build: those of the workspace are no part of what the tests look at. */
export const testSettings = {
  'files.exclude': { '**/.vscode': true },
  'git.enabled': false,
  // So that the lines of a text editor are read as the file has them.
  'retention.inlayHints.enabled': false,
};

/** In a browser of its own every window has a user without settings: there the workspace brings them along. */
export const settingsForNewUser = { ...quietSettings, ...testSettings };
