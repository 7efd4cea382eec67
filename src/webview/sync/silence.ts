/** After so long without an answer nobody is there: the host itself waits two seconds at most for VS Code. */
const LIMIT_MS = 10_000;

/**
 * Notices when the host does not answer any more. VS Code leaves a page where it is when the extension host that made it
 * dies, and starts another host that knows nothing of the page.
 */
export class Silence {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isSilent = false;

  /** @param tell is called with true when the host has fallen silent, and with false when it speaks again */
  constructor(private readonly tell: (isSilent: boolean) => void) {}

  /** The page has said something that the host has to answer. */
  asked(): void {
    if (this.isSilent || this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.isSilent = true;
      this.tell(true);
    }, LIMIT_MS);
  }

  /** The host has said something. `waits`: it still has to answer something else. */
  heard(waits: boolean): void {
    this.dispose();
    if (this.isSilent) {
      this.isSilent = false;
      this.tell(false);
    }
    if (waits) this.asked();
  }

  dispose(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
