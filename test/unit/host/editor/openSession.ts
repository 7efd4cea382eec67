import { DocumentSession } from '../../../../src/host/editor/session';
import type { ReadOnlyCause } from '../../../../src/protocol';
import { FakeDocument } from './fakeDocument';
import { FakePage, settleAll } from './fakePage';

/** A session over a text, with pages that have started; `page` is the first of them. */
export async function openSession(
  text: string,
  pageCount = 1,
  options: { readonly readOnly?: ReadOnlyCause } = {},
) {
  const document = new FakeDocument(text);
  const log: string[] = [];
  const session = new DocumentSession(document, {
    warn: (message) => log.push(message),
    error: (message) => log.push(message),
  });
  document.onChange = (changes, reason) => session.documentChanged(changes, reason);
  const pages = Array.from({ length: pageCount }, () => new FakePage(session, document, options));
  await settleAll(document, pages);
  return { document, session, pages, page: pages[0]!, log };
}
