/** One process of `npm run fuzz`: runs the shards it is given, one after the other. */
import { pathToFileURL } from 'node:url';
import { entriesOf, seedsOf, textsIn } from './engine/corpus';
import { Coverage } from './engine/coverage';
import { hunt, problemOf } from './engine/hunt';
import type { Beginning, Shard, ShardReport } from './engine/hunt';
import type { Data } from './engine/target';
import { TARGETS } from './targets';

/** What a worker is started with, as JSON. */
export interface WorkerSetup {
  readonly bundle: string;
  /** Where the stored inputs are. */
  readonly corpus: string;
  /** Folders with files to begin with. */
  readonly samples: readonly string[];
  /** Whether it looks at what each case reaches. */
  readonly scouts: boolean;
}

/** What a worker is asked: a shard to run, or stored inputs to check. */
export type Order =
  | { readonly kind: 'hunt'; readonly shard: Shard; readonly begin: Omit<Beginning, 'seeds'> }
  | { readonly kind: 'replay'; readonly target: string };

export type Answer =
  | { readonly kind: 'hunt'; readonly report: ShardReport }
  | {
      readonly kind: 'replay';
      readonly count: number;
      readonly broken: readonly { readonly file: string; readonly message: string }[];
    };

const setup = JSON.parse(process.argv[2] ?? '') as WorkerSetup;
const coverage = setup.scouts ? new Coverage(pathToFileURL(setup.bundle).href) : null;
const texts = textsIn(setup.samples).filter((text) => text.length < 3000);
const seeds = new Map<string, readonly Data[]>();

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer));
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
  let own = seeds.get(name);
  if (own === undefined) seeds.set(name, (own = seedsOf(target, texts)));
  return { kind: 'hunt', report: await hunt(target, order.shard, { ...order.begin, seeds: own }, coverage) };
}
