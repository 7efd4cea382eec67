import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../../src/core';
import type { ProblemCode, Settings } from '../../../../src/core';
import { marked, onlyProblem, problemsOf } from './problems';

/** A file whose settings are the given lines behind the version. */
function file(...lines: string[]): string {
  return `#---\n# retention: 1\n${lines.map((line) => `${line}\n`).join('')}#---\nperiod\n`;
}

function settings(...lines: string[]): Settings {
  return parseDocument(file(...lines)).settings;
}

describe('settings', () => {
  it('have defaults', () => {
    expect(parseDocument('period\n').settings).toEqual({
      version: 1,
      title: null,
      goal: null,
      goal_grr: null,
      goal_nrr: null,
      granularity: null,
      currency: null,
      method: 'classic',
      locale: null,
      delimiter: ',',
      decimal: '.',
      segments: [],
      industry: null,
      gross_margin: null,
      discount_rate: null,
      acquisition_cost: null,
      revenue_per_customer: null,
      labels: new Map(),
    });
  });

  it('are read, each of its type', () => {
    const text = file(
      "# title: 'It''s a title' # a comment",
      '# goal: 82.5 %',
      '# goal_grr: 0.9',
      '# goal_nrr: 105%',
      '# granularity: week',
      '# currency: EUR',
      '# method: with-reactivated',
      '# locale: de-DE',
      "# delimiter: ';'",
      "# decimal: '.'",
      '# segments: [SMB, \'Mid, market\', "Enter\\u0070rise"]',
      '# industry: saas',
      '# gross_margin: 80%',
      '# discount_rate: 10%',
      '# acquisition_cost: 250.00',
      '# revenue_per_customer: 49.90',
      '# label_Reason_Price: Too expensive',
      '# x_source: anything',
    );
    const { labels, ...rest } = parseDocument(text).settings;
    expect(rest).toEqual({
      version: 1,
      title: "It's a title",
      goal: { numerator: 825, denominator: 1000, share: 0.825 },
      goal_grr: { numerator: 9, denominator: 10, share: 0.9 },
      goal_nrr: { numerator: 105, denominator: 100, share: 1.05 },
      granularity: 'week',
      currency: 'EUR',
      method: 'with-reactivated',
      locale: 'de-DE',
      delimiter: ';',
      decimal: '.',
      segments: ['SMB', 'Mid, market', 'Enterprise'],
      industry: 'saas',
      gross_margin: { numerator: 80, denominator: 100, share: 0.8 },
      discount_rate: { numerator: 10, denominator: 100, share: 0.1 },
      acquisition_cost: 250,
      revenue_per_customer: 49.9,
    });
    expect([...labels]).toEqual([['reason_price', 'Too expensive']]);
    expect(problemsOf(text)).toEqual([]);
  });

  it.each<[string, string | null]>([
    ['# title: plain words', 'plain words'],
    ['# title:   spaces   ', 'spaces'],
    ['# title: a#b', 'a#b'],
    ['# title: a # comment', 'a'],
    ["# title: 'a # no comment'", 'a # no comment'],
    ['# title: "tab\\t and \\"quotes\\" \\u00e9"', 'tab\t and "quotes" é'],
    ["# title: ''", ''],
    ['# title:', null],
    ['# title: # only a comment', null],
    ['# title : spaced', 'spaced'],
    ['# title:\ttabbed', 'tabbed'],
    ['# title: 2024', '2024'],
    ['# title: https://a.example/b', 'https://a.example/b'],
  ])('read %j as %j without complaint', (line, title) => {
    expect(settings(line).title).toBe(title);
    expect(problemsOf(file(line))).toEqual([]);
  });

  it('may be blank, which is as if they were not there', () => {
    const blank = ['# segments:', '# goal:', '# currency:', '# granularity: # none'];
    expect(problemsOf(file(...blank))).toEqual([]);
    expect(parseDocument(file(...blank)).settings).toEqual(parseDocument(file()).settings);
  });

  it('take a margin from nothing to everything', () => {
    const margin = (text: string) => settings(`# gross_margin: ${text}`).gross_margin?.share;
    expect(['0%', '100%', '100.1%'].map(margin)).toEqual([0, 1, undefined]);
  });

  it('know the place of every key and value', () => {
    const text = file("# title: 'A b' # c", '# goal:', '# segments: [a, b]');
    const { front } = parseDocument(text);
    const places = front!.entries.map(({ keyRange, valueRange, range, style }) => [
      text.slice(keyRange.start, keyRange.end),
      text.slice(valueRange.start, valueRange.end),
      text.slice(range.start, range.end),
      style,
    ]);
    expect(places).toEqual([
      ['retention', '1', '# retention: 1', 'plain'],
      ['title', "'A b'", "# title: 'A b' # c", 'single'],
      ['goal', '', '# goal:', 'blank'],
      ['segments', '[a, b]', '# segments: [a, b]', 'list'],
    ]);
    expect(parseDocument(text).settingRange('title')).toEqual(front!.entries[1]!.valueRange);
    expect(parseDocument(text).settingRange('method')).toBeNull();
  });

  it('keep comments, unknown keys and what is nested below them, without complaint where it is allowed', () => {
    const text = file(
      '# # a comment',
      '#',
      '#> a note',
      '# x_deep:',
      '#   a: 1',
      '#   b: [1, {c: 2}]',
      '# x_list: [1, {a: 2}]',
      '# x_map: {a: 1}',
    );
    expect(problemsOf(text)).toEqual([]);
  });

  it('set by labels are what people read in place of column names', () => {
    const text = '#---\n# retention: 1\n# label_start: Kunden zu Beginn\n#---\nperiod,Start\n';
    expect(parseDocument(text).columns.map(({ name, label }) => [name, label])).toEqual([
      ['period', 'period'],
      ['Start', 'Kunden zu Beginn'],
    ]);
  });

  it('with any value are read to their end and never throw', () => {
    const value = fc.array(
      fc.constantFrom('a', "'", '"', '\\', '[', ']', ',', '#', ' ', ':', '{', '%', '1', '\t', 'u'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('title', 'goal', 'segments', 'delimiter', 'decimal', 'locale', 'x_a'),
        value,
        (key, parts) => {
          const text = file(`# ${key}: ${parts.join('')}`);
          const document = parseDocument(text);
          expect(document.front!.entries.at(-1)!.key).toBe(key);
          expect(document.front!.close).not.toBeNull();
        },
      ),
    );
  });
});

describe('settings problems', () => {
  it.each<[ProblemCode, string[], string[]]>([
    ['R201', ['# colour: red'], ['colour']],
    ['R201', ['# gaol: 85%'], ['gaol']],
    ['R201', ['# Goal: 85%'], ['Goal']],
    ['R201', ['# goal:85%'], ['# goal:85%']],
    ['R201', ['#goal: 85%'], ['#goal: 85%']],
    ['R201', ['# just words'], ['# just words']],
    ['R202', ['# goal: 80%', '# goal: 85%'], ['goal']],
    ['R202', ['# x_a: 1', '# x_a: 2', '# x_a: 3'], ['x_a', 'x_a']],
    ['R203', ['# title: Acme: retention'], ['Acme: retention']],
    ['R203', ["# title: 'open"], ["'open"]],
    ['R203', ['# title: "a" b'], ['"a" b']],
    ['R203', ['# title: "bad \\q"'], ['"bad \\q"']],
    ['R203', ['# title: [a, b'], ['[a, b']],
    ['R203', ['# delimiter: ,'], [',']],
    ['R203', ['# title: *star'], ['*star']],
    ['R203', ['# x_a: b: c'], ['b: c']],
    ['R203', ['# title: b:'], ['b:']],
    ['R203', ['# title: - a'], ['- a']],
    ['R203', ['# title: -'], ['-']],
    ['R203', ['# title: ? a'], ['? a']],
    ['R203', ['# title: ---'], ['---']],
    ['R203', ['# title: ...'], ['...']],
    ['R203', ['# title: -a', '# x_b: a - b', '# x_c: a:b', '# x_d: a?'], []],
    ['R204', ['# goal: high'], ['high']],
    ['R204', ['# goal: -5%'], ['-5%']],
    ['R204', ['# goal: [1, 2]'], ['[1, 2]']],
    ['R204', ['# granularity: fortnight'], ['fortnight']],
    ['R204', ['# method: clasic'], ['clasic']],
    ['R204', ['# currency: euro'], ['euro']],
    ['R204', ['# currency: EURO'], ['EURO']],
    ['R204', ['# currency: AEUR'], ['AEUR']],
    ['R204', ['# currency: EU'], ['EU']],
    ['R204', ['# locale: not_a_locale!'], ['not_a_locale!']],
    ['R204', ["# delimiter: '|'"], ["'|'"]],
    ['R204', ["# decimal: ','"], ["','"]],
    ['R204', ['# segments: SMB'], ['SMB']],
    ['R204', ['# gross_margin: 120%'], ['120%']],
    ['R204', ['# acquisition_cost: €5'], ['€5']],
    ['R205', ['# title:', '#   a: 1', '#   b: 2'], ['#   a: 1\n#   b: 2']],
    ['R205', ['# segments:', '# - a'], ['# - a']],
    ['R421', ['# goal: 1'], ['1']],
    ['R422', ['# goal: 85'], ['85']],
  ])('%s marks exactly its place in %j', (code, lines, expected) => {
    expect(marked(file(...lines), code)).toEqual(expected);
  });

  it.each<[ProblemCode, string, string]>([
    ['R201', '# gaol: 85%', '# goal: 85%'],
    ['R201', '# Goal: 85%', '# goal: 85%'],
    ['R201', '# colour: red', '# x_colour: red'],
    ['R201', '# goal:85%', '# goal: 85%'],
    ['R201', '#goal: 85%', '# goal: 85%'],
    ['R201', '# just words', '# # just words'],
    ['R203', "# title: Acme: it's", "# title: 'Acme: it''s'"],
    ['R203', '# delimiter: ,', "# delimiter: ','"],
    ['R204', '# method: Classic', '# method: classic'],
    ['R204', '# granularity: months', '# granularity: month'],
    ['R204', '# granularity: quater', '# granularity: quarter'],
    ['R204', '# currency: eur', '# currency: EUR'],
    ['R204', '# locale: de_DE', '# locale: de-DE'],
    ['R204', '# goal: 82,5%', '# goal: 82.5%'],
    ['R204', '# segments: SMB, Enterprise', '# segments: [SMB, Enterprise]'],
    ['R422', '# goal: 85 # yes', '# goal: 85% # yes'],
    ['R421', '# goal: 1', '# goal: 100%'],
  ])('%s turns %j into %j', (code, line, repaired) => {
    const text = file(line);
    expect(applyEdits(text, onlyProblem(text, code).fixes[0]!.edits)).toBe(file(repaired));
  });

  it.each<[string, keyof Settings, unknown]>([
    ['# goal: high', 'goal', null],
    ['# goal: 1', 'goal', null],
    ['# method: none', 'method', 'classic'],
    ["# delimiter: '|'", 'delimiter', ','],
    ["# decimal: ','", 'decimal', '.'],
    ['# segments: SMB', 'segments', []],
    ['# goal: [1]', 'goal', null],
    ['# title: Acme: x', 'title', 'Acme: x'],
    ['# delimiter: ;', 'delimiter', ';'],
    ['# delimiter: tab', 'delimiter', '\t'],
    ['# delimiter: "\\t"', 'delimiter', '\t'],
  ])('use the default, or the text as it stands: %j', (line, key, value) => {
    expect(settings(line)[key]).toEqual(value);
  });

  it('R102: settings that are not closed end at the first line without #, and can be closed', () => {
    const text = '#---\n# retention: 1\n# goal: 85%\nperiod\n2024\n';
    expect(marked(text, 'R102')).toEqual(['#---']);
    expect(parseDocument(text).rowCount).toBe(1);
    expect(parseDocument(text).settings.goal?.share).toBe(0.85);
    expect(applyEdits(text, onlyProblem(text, 'R102').fixes[0]!.edits)).toBe(
      '#---\n# retention: 1\n# goal: 85%\n#---\nperiod\n2024\n',
    );
    expect(applyEdits('#---', onlyProblem('#---', 'R102').fixes[0]!.edits)).toBe('#---\n#---\n');
  });

  it('R103: a newer version is read-only', () => {
    const text = '#---\n# retention: 2\n#---\nperiod\n2024\n';
    expect(onlyProblem(text, 'R103')).toMatchObject({ severity: 'error', range: { start: 18, end: 19 } });
    expect(parseDocument(text).readOnly).toBe('newer-version');
    expect(parseDocument(text).rowCount).toBe(1);
  });

  it.each([
    ['#---\n# goal: 85%\n#---\nperiod\n', '#---\n# retention: 1\n# goal: 85%\n#---\nperiod\n'],
    ['#---\n#---\nperiod\n', '#---\n# retention: 1\n#---\nperiod\n'],
  ])('R206: a missing version is added first: %j', (text, expected) => {
    expect(marked(text, 'R206')).toEqual(['#---']);
    expect(applyEdits(text, onlyProblem(text, 'R206').fixes[0]!.edits)).toBe(expected);
  });

  it.each(['0', '01', 'x', 'v1', '1x', '1.0', '-1', '1234567890'])(
    'R204: the version %j is none',
    (version) => {
      const text = `#---\n# retention: ${version}\n#---\nperiod\n`;
      expect(marked(text, 'R204')).toEqual([version]);
      expect(parseDocument(text).settings.version).toBe(1);
    },
  );

  it('R202: deleting the earlier line takes what is nested below it along', () => {
    const text = file('# x_a: 1', '#   deep: 1', '# x_b: 1', '# x_a: 2');
    expect(applyEdits(text, onlyProblem(text, 'R202').fixes[0]!.edits)).toBe(file('# x_b: 1', '# x_a: 2'));
  });

  it('belong to the first line of the file only', () => {
    const text = 'period\n2024\n#---\n# goal: 85%\n#---\n';
    expect(parseDocument(text).front).toBeNull();
    expect(parseDocument(text).settings.goal).toBeNull();
  });
});
