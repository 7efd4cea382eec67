/** Questions to pages, each waiting for its answer. `Page` is whatever tells the pages apart. */
export class FlushRequests<Page extends object = object> {
  private readonly waiting = new Map<number, { readonly page: Page; readonly resolve: () => void }>();
  private last = 0;

  /** A new question to a page. */
  open(page: Page): { readonly request: number; readonly answered: Promise<void> } {
    const request = ++this.last;
    const answered = new Promise<void>((resolve) => this.waiting.set(request, { page, resolve }));
    return { request, answered };
  }

  /** The page answered. An unknown number, or one of another page, is ignored. */
  answer(page: Page, request: number): void {
    const question = this.waiting.get(request);
    if (question?.page !== page) return;
    this.waiting.delete(request);
    question.resolve();
  }

  /** The page is gone: nobody needs to wait for it. */
  closeAll(page: Page): void {
    for (const [request, question] of this.waiting) {
      if (question.page === page) this.answer(page, request);
    }
  }
}
