import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retention } from './helpers';

/** The parts of SARIF 2.1.0 that are written, as its schema has them. */
interface Sarif {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly version: string; readonly rules: Rule[] };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { level: string; message: { text: string } }[];
    }[];
    readonly columnKind: string;
    readonly results: readonly Result[];
  }[];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
        readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
      };
    },
  ];
}

const HEADER = 'period,start,new,lost,end\n';
const WARNING = `${HEADER}2024-01,500,50,100,451\n`;

async function sarif(words: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) {
  const { code, out } = await retention(['check', '--format', 'sarif', ...words], files);
  const log = JSON.parse(out) as Sarif;
  return { code, log, run: log.runs[0]! };
}

const uriOf = async (name: string, word = name) => {
  const { run } = await sarif([word], { [name]: WARNING });
  return run.results[0]!.locations[0].physicalLocation.artifactLocation;
};

describe('retention check --format sarif', () => {
  it('says where each finding is, and what its rule means', async () => {
    const { code, log, run } = await sarif(['data/a.retention'], { 'data/a.retention': WARNING });
    expect(code).toBe(0);
    expect([log.version, run.tool.driver.name, run.tool.driver.version]).toEqual([
      '2.1.0',
      'retention',
      '1.2.3',
    ]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules).toEqual([
      expect.objectContaining({
        id: 'R501',
        shortDescription: { text: 'Row does not balance' },
        defaultConfiguration: { level: 'warning' },
      }),
    ]);
    expect(run.results).toMatchObject([
      {
        ruleId: 'R501',
        ruleIndex: 0,
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'data/a.retention', uriBaseId: '%SRCROOT%' },
              region: { startLine: 2, startColumn: 20, endLine: 2, endColumn: 23 },
            },
          },
        ],
      },
    ]);
  });

  it('keeps to the schema whatever a file has', async () => {
    const folder = join(__dirname, '../../fixtures');
    const files = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith('.retention'))
        .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
    );
    const { run } = await sarif(['.', '--fail-below-goal'], files);
    const { rules } = run.tool.driver;
    expect(run.results.length).toBeGreaterThan(20);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, shortDescription, help, defaultConfiguration } of rules) {
      expect(
        [shortDescription.text, help.text].filter((text) => text === '' || text.includes('`')),
        id,
      ).toEqual([]);
      expect(['error', 'warning', 'note'], id).toContain(defaultConfiguration.level);
    }
    // No code goes without its rule.
    for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).toBeTruthy();
      expect(message.text).not.toMatch(/[\u0000-\u001f]/);
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/);
      for (const place of Object.values(region)) expect(place).toBeGreaterThanOrEqual(1);
      expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
      if (region.endLine === region.startLine) {
        expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
      }
    }
  });

  it('names files relative to the sources, percent-encoded', async () => {
    const root = { uriBaseId: '%SRCROOT%' };
    expect(await uriOf('a b/50% é#?.retention')).toEqual({
      uri: 'a%20b/50%25%20%C3%A9%23%3F.retention',
      ...root,
    });
    expect(await uriOf('x:y.retention')).toEqual({ uri: 'x%3Ay.retention', ...root });
    expect(await uriOf('a.retention', './a.retention')).toEqual({ uri: 'a.retention', ...root });
    expect(await uriOf('a.retention', '/project/a.retention')).toEqual({ uri: 'a.retention', ...root });
    expect(await uriOf('/elsewhere/a b.retention')).toEqual({ uri: 'file:///elsewhere/a%20b.retention' });
    expect((await uriOf('half \ud800.retention')).uri).toBe('half%20%EF%BF%BD.retention');
  });

  it('is a log without results for good files, and says what could not be read', async () => {
    const { code, run } = await sarif(['a', 'missing'], { a: `${HEADER}2024-01,500,50,100,450\n` });
    expect(code).toBe(3);
    expect([run.results, run.tool.driver.rules]).toEqual([[], []]);
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'cannot read missing: there is no such file.' } },
        ],
      },
    ]);
  });
});
