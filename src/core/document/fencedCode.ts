/** Without a backtick behind backticks: ```` ```such``` ```` is code in a line. */
const OPENER = /^ {0,3}(`{3,}(?![^`]*`)|~{3,})/;
const CLOSER = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** Tells which of the lines of a Markdown text, asked for one after the other, are fenced code. */
export class FencedCode {
  /** The fence of the code that is open; '' outside. */
  private fence = '';

  /**
   * True when the next line is a fence or stands behind an open one.
   *
   * Source: CommonMark 0.31.2, section 4.5.
   *
   * @example
   * const code = new FencedCode();
   * ['```js', '```js', '```', 'text'].map((line) => code.includes(line)); // [true, true, true, false]
   */
  includes(line: string): boolean {
    if (this.fence === '') {
      this.fence = OPENER.exec(line)?.[1] ?? '';
      return this.fence !== '';
    }
    if (CLOSER.exec(line)?.[1]?.startsWith(this.fence) === true) this.fence = '';
    return true;
  }
}
