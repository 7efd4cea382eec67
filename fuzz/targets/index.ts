import type { Target } from '../engine/target';
import { analysis } from './analysis';
import { conflicts } from './conflicts';
import { convert } from './convert';
import { csv } from './csv';
import { diff } from './diff';
import { edit } from './edit';
import { format } from './format';
import { growth } from './growth';
import { language } from './language';
import { live } from './live';
import { merge } from './merge';
import { message } from './message';
import { metrics } from './metrics';
import { notes } from './notes';
import { numbers } from './numbers';
import { parse } from './parse';
import { paste } from './paste';
import { quick } from './quick';
import { session } from './session';

/** Everything that is promised for every input, from the text inwards to what others send. */
export const TARGETS: readonly Target[] = [
  parse,
  growth,
  notes,
  csv,
  edit,
  live,
  format,
  language,
  merge,
  conflicts,
  diff,
  metrics,
  analysis,
  numbers,
  convert,
  quick,
  paste,
  message,
  session,
];
