import { afterAll, afterEach } from 'vitest';
import { closeAll, photographAll } from './workbench';

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photographAll(`failed-${task.name}`);
});

afterAll(closeAll);
