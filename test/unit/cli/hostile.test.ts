/** What a stranger writes into a file, or calls it, reaches terminals, CI logs and spreadsheets as text only. */
import { describe, expect, it } from 'vitest';
import { retention } from './helpers';

/** Commands to a terminal, to GitHub, Azure Pipelines, TeamCity, a browser, a spreadsheet, and text turned around. */
const SAYINGS = [
  '\u001b]0;owned\u0007',
  '\u009b2J',
  '\u202eevil',
  '::stop-commands::x',
  '::add-mask::a',
  '##[add-mask]secret',
  '##vso[task.setvariable variable=PATH]x',
  "##teamcity[buildStatus text='x']",
  '=HYPERLINK("http://x","y")',
  '@SUM(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
] as const;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A file with the saying in every place that takes a text, with two kinds of problems that name it. */
function fileOf(saying: string, lost = 100): string {
  return [
    '#---',
    '# retention: 1',
    `# title: ${JSON.stringify(saying)}`,
    '# goal: 85%',
    `# segments: [${JSON.stringify(saying)}]`,
    `# x_own: ${JSON.stringify(saying)}`,
    `# label_start: ${JSON.stringify(saying)}`,
    `# label_reason_price: ${JSON.stringify(saying)}`,
    `# ${saying.replaceAll(/\W/g, '')}: ${JSON.stringify(saying)}`,
    '#---',
    `period,segment,start,new,lost,end,reason_price,note,${quoted(saying)}`,
    `2024-01,${quoted(saying)},500,50,${lost},450,40,${quoted(saying)},${quoted(saying)}`,
    `2024-02,${quoted(saying)},450,50,${lost},999,40,${quoted(saying)},${quoted(saying)}`,
    `${quoted(saying)},${quoted(saying)},${quoted(saying)},50,1,,,,`,
    '#',
    `#> ${saying}`,
    `#> - [ ] ${saying} {due=2024-05-01}`,
    '',
  ].join('\n');
}

/** Whether a line would be obeyed by whoever reads the log. */
const isObeyed = (line: string): boolean =>
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(line) ||
  /^\s*::/.test(line) ||
  /##[a-z]*\[/i.test(line);

const COMMANDS: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--json'],
  ['check', '--format', 'sarif'],
  ['report'],
  ['report', '--json'],
  ['report', '--format', 'markdown'],
  ['diff'],
  ['diff', '--json'],
  ['diff', '--format', 'markdown'],
];

describe.each(SAYINGS)('%j', (saying) => {
  const [name, other] = [`${saying} a.retention`, `${saying} b.retention`];
  const files = { [name]: fileOf(saying), [other]: fileOf(saying, 90).replaceAll('2024-02', '2024-03') };
  const run = (...words: readonly string[]) =>
    retention([...words, `./${name}`, ...(words[0] === 'diff' ? [`./${other}`] : [])], files);

  it.each(COMMANDS)('is text to whoever reads what %s %s %s prints', async (...words) => {
    const { out, err } = await run(...words);
    expect(out.length).toBeGreaterThan(100);
    expect(`${out}\n${err}`.split('\n').filter(isObeyed)).toEqual([]);
  });

  it('is said in a file’s name, and of a file or a command that is missing', async () => {
    for (const words of [['check', saying], ['report', `./${saying}`], [saying], ['check', `--${saying}`]]) {
      const { out, err } = await retention(words, {});
      expect(err).not.toBe('');
      expect(`${out}\n${err}`.split('\n').filter(isObeyed)).toEqual([]);
    }
  });

  it('is said as text of a table that is converted', async () => {
    const table = fileOf(saying)
      .replace(/^#---[^]*#---\n/, '')
      .replaceAll(/^#.*\n/gm, '')
      .replaceAll(',', ';');
    for (const [kind, text] of [
      ['retention', table],
      ['csv', files[name]!],
    ] as const) {
      const { err } = await retention(['convert', './a', '--to', kind], { a: text });
      expect(err.length).toBeGreaterThan(40);
      expect(err.split('\n').filter(isObeyed)).toEqual([]);
    }
  });

  it('stays what it is in JSON', async () => {
    const { out } = await run('report', '--json');
    const { rows, file } = JSON.parse(out) as { file: string; rows: { segment: string }[] };
    expect([file, rows[0]?.segment]).toEqual([`./${name}`, saying]);
  });

  it('is one annotation at its place for GitHub, whose own commands alone begin lines', async () => {
    const { out } = await run('check', '--format', 'github');
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]+,line=\d+,[\w=,]+title=[\w-]+::./);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it('is a name, not a place, in SARIF', async () => {
    const { out } = await run('check', '--format', 'sarif');
    const uris = [...out.matchAll(/"uri": "([^"]*)"/g)].map(([, uri]) => uri!);
    expect(uris.length).toBeGreaterThan(0);
    for (const uri of uris) expect(uri).toMatch(/^(?:[\w.~!*'()-]|%[0-9A-F]{2}|\/)+$/);
  });

  it('is no formula in CSV', async () => {
    const { out } = await run('report', '--format', 'csv');
    const cells = out.split('\n').flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    const text = cells
      .map((cell) => cell.replace(/^"/, ''))
      .filter((cell) => !/^-?[\d.]+(?:e-?\d+)?$/.test(cell));
    expect(text.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  it('is no markup on the page', async () => {
    const { out } = await run('report', '--format', 'html');
    expect(out).toContain("content=\"default-src 'none';");
    expect(out).not.toMatch(/<script|<img|\son\w+=(?=[^&]*>)/i);
  });
});
