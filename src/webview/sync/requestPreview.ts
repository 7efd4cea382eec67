import { Channel, PROTOCOL_VERSION, parseToWebview } from '../../protocol';
import type { FromWebview, PreviewMessage, ToWebview, Transport } from '../../protocol';
import { Silence } from './silence';

/**
 * Asks the host for the first lines of a large text. Null when it has something else to say first; nobody has taken that
 * in then, and a `SyncClient` is to ask anew.
 *
 * @param silent told when the host does not answer (true), and when it does after all (false)
 */
export function requestPreview(
  transport: Transport,
  silent: (isSilent: boolean) => void,
): Promise<PreviewMessage | null> {
  return new Promise((resolve) => {
    const silence = new Silence(silent);
    const channel = new Channel<FromWebview, ToWebview>(transport, parseToWebview, {
      receive: (message) => {
        silence.heard(false);
        channel.dispose();
        resolve(message.type === 'preview' ? message : null);
      },
      report: (message) => channel.send({ type: 'log', level: 'error', message }),
    });
    channel.send({ type: 'ready', protocol: PROTOCOL_VERSION, preview: true });
    silence.asked();
  });
}
