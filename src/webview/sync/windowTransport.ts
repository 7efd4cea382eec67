import type { Transport } from '../../protocol';

/** What VS Code gives a page, once. */
export interface VSCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Messages to and from the host. Those of other windows and origins are not for us. */
export function windowTransport(api: VSCodeApi): Transport {
  return {
    post: (message) => api.postMessage(message),
    listen: (listener) => {
      const receive = (event: MessageEvent<unknown>): void => {
        if (event.origin === window.origin) listener(event.data);
      };
      window.addEventListener('message', receive);
      return { dispose: () => window.removeEventListener('message', receive) };
    },
  };
}
