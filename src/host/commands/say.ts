import { showInformation } from '../messages';

/** Tells the user something in one sentence, without waiting for an answer. */
export function say(message: string): void {
  void showInformation(message);
}
