/** One thread of `npm run fuzz`: runs the shards it is given, one after the other. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { entriesOf, seedsOf, textsIn } from './engine/corpus';
import { Coverage } from './engine/coverage';
import { hunt, problemOf } from './engine/hunt';
import type { Shard, ShardReport } from './engine/hunt';
import type { Data } from './engine/target';
import { TARGETS } from './targets';

/** What a thread is started with. */
export interface WorkerSetup {
  readonly bundle: string;
  /** Where the stored inputs are. */
  readonly corpus: string;
  /** Folders with files to begin with. */
  readonly samples: readonly string[];
  readonly guided: boolean;
}

/** What a thread is asked: a shard to run, or stored inputs to check. */
export type Order =
  | { readonly kind: 'hunt'; readonly shard: Shard; readonly known: readonly string[] }
  | { readonly kind: 'replay'; readonly target: string };

export type Answer =
  | { readonly kind: 'hunt'; readonly report: ShardReport }
  | {
      readonly kind: 'replay';
      readonly count: number;
      readonly broken: readonly { readonly file: string; readonly message: string }[];
    };

const setup = workerData as WorkerSetup;
const coverage = setup.guided ? new Coverage(pathToFileURL(setup.bundle).href) : null;
const texts = textsIn(setup.samples).filter((text) => text.length < 3000);
const seeds = new Map<string, readonly Data[]>();

parentPort?.on('message', (order: Order) => {
  void obey(order).then((answer) => parentPort?.postMessage(answer));
});

async function obey(order: Order): Promise<Answer> {
  const name = order.kind === 'hunt' ? order.shard.target : order.target;
  const target = TARGETS.find((each) => each.name === name)!;
  if (order.kind === 'replay') {
    const broken: { file: string; message: string }[] = [];
    const entries = entriesOf(setup.corpus, target);
    for (const { file, input } of entries) {
      const problem = await problemOf(target, input);
      if (problem !== null) broken.push({ file, message: problem.message });
    }
    return { kind: 'replay', count: entries.length, broken };
  }
  let begin = seeds.get(name);
  if (begin === undefined) seeds.set(name, (begin = seedsOf(target, texts)));
  return { kind: 'hunt', report: await hunt(target, order.shard, begin, new Set(order.known), coverage) };
}
