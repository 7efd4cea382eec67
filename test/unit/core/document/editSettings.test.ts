import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { applyEdits, parseDocument, setSetting } from '../../../../src/core';
import { fileShape } from './arbitraries';
import { problemsOf } from './problems';

function file(...lines: string[]): string {
  return `#---\n# retention: 1\n${lines.map((line) => `${line}\n`).join('')}#---\nperiod\n`;
}

function set(text: string, key: string, value: string | readonly string[] | null): string {
  return applyEdits(text, setSetting(parseDocument(text), key, value));
}

describe('setSetting', () => {
  it.each<[string, string, string | string[] | null, string]>([
    ['# goal: 85%', 'goal', '90%', '# goal: 90%'],
    ['# goal: 85% # why', 'goal', '90%', '# goal: 90% # why'],
    ['# goal:   85%   ', 'goal', '90%', '# goal:   90%   '],
    ["# title: 'A'", 'title', 'B', "# title: 'B'"],
    ["# title: 'A' # c", 'title', "it's", "# title: 'it''s' # c"],
    ['# title: "A"', 'title', 'say "x"', '# title: "say \\"x\\""'],
    ['# title: A', 'title', 'B: c', "# title: 'B: c'"],
    ['# title: A', 'title', 'B # c', "# title: 'B # c'"],
    ['# title: A', 'title', '', "# title: ''"],
    ['# title: A', 'title', '2024', "# title: '2024'"],
    ['# title: A', 'title', 'yes', "# title: 'yes'"],
    ['# title: A', 'title', 'two\nlines', '# title: "two\\nlines"'],
    ['# title: A', 'title', ' edge ', "# title: ' edge '"],
    ['# title:', 'title', 'A', '# title: A'],
    ['# title: # c', 'title', 'A', '# title: A # c'],
    ['# goal :', 'goal', '85%', '# goal : 85%'],
    ['# goal\t : # c', 'goal', '85%', '# goal\t : 85% # c'],
    ['# delimiter: tab', 'delimiter', ',', "# delimiter: ','"],
    ["# delimiter: ';'", 'delimiter', 'tab', "# delimiter: 'tab'"],
    ['# segments: [a]', 'segments', ['a', 'b, c', "d'e", ''], "# segments: [a, 'b, c', d'e, '']"],
    ['# x_a: 1', 'x_a', '2', "# x_a: '2'"],
    ['# acquisition_cost: 5', 'acquisition_cost', '10', '# acquisition_cost: 10'],
    ['# goal: 80%\n# goal: 85%', 'goal', '90%', '# goal: 80%\n# goal: 90%'],
  ])('changes %j: %s to %j', (line, key, value, expected) => {
    expect(set(file(line), key, value)).toBe(file(expected));
  });

  it.each<[string, string, string | string[]]>([
    ['# goal: 85%', 'goal', '85%'],
    ["# title: 'A'", 'title', 'A'],
    ['# title: "A"', 'title', 'A'],
    ["# title: ''", 'title', ''],
    ['# segments: [a, b]', 'segments', ['a', 'b']],
    ['# segments: []', 'segments', []],
  ])('makes no edit when %j says %s already', (line, key, value) => {
    expect(setSetting(parseDocument(file(line)), key, value)).toEqual([]);
  });

  it.each<[string[], string, string, string[]]>([
    [['# method: classic'], 'title', 'A', ['# title: A', '# method: classic']],
    [['# title: A'], 'method', 'lost', ['# title: A', '# method: lost']],
    [['# title: A', '# locale: de'], 'goal', '85%', ['# title: A', '# goal: 85%', '# locale: de']],
    [['# title: A', '# # comment'], 'x_own', 'b', ['# title: A', '# # comment', '# x_own: b']],
    [['# x_a:', '#   deep: 1'], 'x_b', 'c', ['# x_a:', '#   deep: 1', '# x_b: c']],
    [['# title:', '#   deep: 1'], 'goal', '85%', ['# title:', '#   deep: 1', '# goal: 85%']],
  ])('puts a new key into %j in the order of the format: %s', (lines, key, value, expected) => {
    expect(set(file(...lines), key, value)).toBe(file(...expected));
  });

  it.each([
    ['period\n', 'goal', '85%', '#---\n# retention: 1\n# goal: 85%\n#---\nperiod\n'],
    ['', 'goal', '85%', '#---\n# retention: 1\n# goal: 85%\n#---\n'],
    [
      '\ufeffperiod\r\n2024',
      'goal',
      '85%',
      '\ufeff#---\r\n# retention: 1\r\n# goal: 85%\r\n#---\r\nperiod\r\n2024',
    ],
    ['period\n', 'retention', '1', '#---\n# retention: 1\n#---\nperiod\n'],
    ['#---\n#---\n', 'goal', '85%', '#---\n# goal: 85%\n#---\n'],
    [
      '#---\n# goal: 85%\n#---\nperiod\n',
      'retention',
      '1',
      '#---\n# retention: 1\n# goal: 85%\n#---\nperiod\n',
    ],
    ['#---\n# retention: 1\nperiod\n', 'goal', '85%', '#---\n# retention: 1\n# goal: 85%\nperiod\n'],
    ['#---', 'goal', '85%', '#---\n# goal: 85%'],
    ['#---\n# retention: 1', 'x_a', 'b', '#---\n# retention: 1\n# x_a: b'],
  ])('begins the settings, or goes on with them, in %j: %s', (text, key, value, expected) => {
    expect(set(text, key, value)).toBe(expected);
  });

  it.each<[string[], string, string[]]>([
    [['# goal: 85%', '# method: lost'], 'goal', ['# method: lost']],
    [['# goal: 80%', '# title: A', '# goal: 85%'], 'goal', ['# title: A']],
    [['# x_a:', '#   deep: 1', '# title: A'], 'x_a', ['# title: A']],
    [['# title: A'], 'goal', ['# title: A']],
  ])('removes from %j: %s', (lines, key, expected) => {
    expect(set(file(...lines), key, null)).toBe(file(...expected));
  });

  it('refuses what can be no key', () => {
    expect(() => setSetting(parseDocument(''), 'a b', '1')).toThrow(RangeError);
    expect(() => setSetting(parseDocument(''), '', '1')).toThrow(RangeError);
    expect(setSetting(parseDocument('period\n'), 'goal', null)).toEqual([]);
  });

  it('writes any text so that we, and any reader of YAML, read that text', () => {
    const value = fc.oneof(
      fc.string({
        unit: fc.constantFrom(
          'a',
          "'",
          '"',
          '\\',
          ':',
          ' ',
          '#',
          ',',
          '[',
          ']',
          '{',
          '}',
          '-',
          '?',
          '%',
          '1',
          'é',
          '😀',
        ),
        maxLength: 8,
      }),
      fc.constantFrom(
        'null',
        'true',
        'No',
        '~',
        '0x1F',
        '1e3',
        '-5',
        '.inf',
        '2024-01-01',
        '12:30',
        '- a',
        '? b',
        '---',
        '...',
        '!tag',
        '&a',
        '*a',
        '|',
        '>',
        '@',
        '`',
        '%a',
        'a\nb',
        'a\tb',
        '\u0007',
      ),
    );
    const existing = fc.constantFrom(
      '',
      "# title: 'x' # c\n",
      '# title: "x"\n',
      '# title: x # c\n',
      '# title:\n',
      '# title: Acme: x\n',
    );
    fc.assert(
      fc.property(value, existing, fileShape, (text, line, { eol, bom }) => {
        const before =
          (bom ? '\ufeff' : '') + `#---\n# retention: 1\n${line}#---\nperiod\n`.replaceAll('\n', eol);
        const after = set(before, 'title', text);
        const document = parseDocument(after);
        expect(document.settings.title).toBe(text);
        expect(problemsOf(after).filter(({ code }) => code !== 'R108')).toEqual([]);
        const { open, close } = document.front!;
        const yaml = after.slice(open.end, close!.start).replace(/\r\n?/g, '\n').replace(/^# /gm, '');
        expect(parseYaml(yaml)).toEqual({ retention: 1, title: text });
      }),
      { numRuns: 1000 },
    );
  });

  it('writes any list so that we, and any reader of YAML, read those texts', () => {
    const item = fc.string({
      unit: fc.constantFrom('a', "'", '"', ',', ':', ' ', '#', '[', ']', '{', '}', '-', '1'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          item.map((text) => text.trim()),
          { maxLength: 5 },
        ),
        (items) => {
          const after = set(file(), 'segments', items);
          expect(parseDocument(after).settings.segments).toEqual(items);
          const line = after.split('\n').find((candidate) => candidate.startsWith('# segments'))!;
          expect(parseYaml(line.slice(2))).toEqual({ segments: items });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('reading settings', () => {
  it('gives what a reader of YAML gives wherever there is no complaint', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', 'b', "'", '"', '\\', ':', ' ', '#', ',', '[', ']', '{', '-', '%', '1', 'n'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(value, (written) => {
        const text = file(`# title: ${written}`);
        fc.pre(problemsOf(text).length === 0);
        const yaml = parseYaml(`title: ${written}`, { version: '1.2', schema: 'failsafe' }) as {
          title: unknown;
        };
        expect(yaml.title === null || yaml.title === '' ? '' : yaml.title).toBe(
          parseDocument(text).settings.title ?? '',
        );
      }),
      { numRuns: 2000 },
    );
  });
});
