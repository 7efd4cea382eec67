import { expect, it } from 'vitest';
import { useSheet, type SheetPage } from './harness';

const sheet = useSheet();

/** Layers the browser has put the page into: it orders, hands over and draws each of them in a frame. */
async function layerCount(s: SheetPage): Promise<number> {
  const protocol = await s.protocol();
  const told = new Promise<number>((resolve) => {
    protocol.on('LayerTree.layerTreeDidChange', ({ layers }) => {
      if (layers !== undefined) resolve(layers.length);
    });
  });
  await protocol.send('DOM.enable');
  await protocol.send('LayerTree.enable');
  const count = await told;
  await protocol.detach();
  return count;
}

it('has as few layers with many rows in view as with two', async () => {
  const s = sheet();
  await s.open('rows=2');
  await s.frames();
  const few = await layerCount(s);
  await s.open('rows=1000');
  await s.frames();
  expect(await layerCount(s)).toBeLessThanOrEqual(few + 2);
});
