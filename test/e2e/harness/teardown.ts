import { afterAll, afterEach } from 'vitest';
import { closeAll, photographAll } from './workbench';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  // Also of a test that passes when it is tried again, whose failure nobody would hear of.
  for (const { message } of task.result.errors ?? []) console.error(`${task.name}: ${message}`);
  await photographAll(`failed-${task.name}`);
});

afterAll(closeAll);
