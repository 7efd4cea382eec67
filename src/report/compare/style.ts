/** The look of a comparison in the editor: its colours, its fonts. Every difference shows without colour, too. */
export const COMPARE_STYLE = `
body { margin: 0; padding: 12px 20px; color: var(--vscode-foreground); background: var(--vscode-editor-background);
  font: var(--vscode-font-size, 13px)/1.4 var(--vscode-font-family, sans-serif); }
h1 { margin: 0 0 4px; font-size: 1.385em; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 4px 0; overflow-wrap: anywhere; }
.counts { font-weight: 600; }
ul { margin: 6px 0; padding-inline-start: 20px; overflow-wrap: anywhere; }
input { accent-color: var(--vscode-focusBorder); vertical-align: -2px; }
.scroll { margin-top: 8px; overflow-x: auto; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 10px; border: 1px solid var(--vscode-contrastBorder, var(--vscode-editorWidget-border, currentColor));
  font-weight: normal; text-align: start; white-space: nowrap; }
thead th { font-weight: 600; }
tbody th { font-weight: 700; text-align: center; }
td { max-width: 24rem; overflow: hidden; text-overflow: ellipsis; }
.figure, thead th:nth-last-child(-n+3) { text-align: end; }
.differs { font-weight: 600; background: var(--vscode-diffEditor-insertedTextBackground); }
.added td { background: var(--vscode-diffEditor-insertedTextBackground); }
.removed td { background: var(--vscode-diffEditor-removedTextBackground); }
del { font-weight: normal; text-decoration: line-through; }
ins { text-decoration: underline; }
.lines { display: inline-block; vertical-align: top; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
body:has(#only:checked) tr.same { display: none; }
`;
