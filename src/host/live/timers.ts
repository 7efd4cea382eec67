import type { Later } from './liveFile';

/** The clock's own `Later`. */
export const later: Later = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};
