/** Runs a callback as soon as the browser has painted what is drawn now. */
export function afterPaint(callback: () => void): void {
  // A task posted from a frame's callback runs right after that frame was painted.
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      callback();
    };
    channel.port2.postMessage(null);
  });
}
