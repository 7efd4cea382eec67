import { describe, expect, it } from 'vitest';
import { diffDocuments, LiveNotebook } from '../../../src/core';
import { gridCommands } from '../../../src/protocol';
import { compareHtml, html, reportPage } from '../../../src/report';
import { useNotebook } from './harness';

/** Whatever reads it as markup makes an element or an attribute of it that no page of ours has, or calls `pwn`. */
const EVIL = `'"><x-pwn data-pwn onclick="pwn()"><script>pwn()</script><img src=x onerror=pwn()></x-pwn>\${pwn()}{{pwn()}}`;
const cell = `"${EVIL.replaceAll('"', '""')}"`;
const setting = `'${EVIL.replaceAll("'", "''")}'`;

const SETTINGS = [
  '#---',
  '# retention: 1',
  `# title: ${setting}`,
  '# goal: 85%',
  `# currency: ${setting}`,
  `# industry: ${setting}`,
  `# segments: [${setting}, B]`,
  `# label_start: ${setting}`,
  `# label_reason_price: ${setting}`,
  `# x_own: ${setting}`,
  '#---',
];
const HEADER = `period,segment,start,new,lost,end,start_mrr,churned_mrr,reason_price,reason_other,note,${cell}`;
const row = (period: string, segment: string, lost = 100) =>
  `${period},${segment},500,50,${lost},${550 - lost},500,100,40,20,${cell},${cell}`;
const NOTES = [
  '#',
  `#> # ${EVIL}`,
  '#>',
  `#> ${EVIL} [a](javascript:pwn()) [b](command:pwn) [c](data:text/html,<script>pwn()</script>) ![d](https://x.test/d.png)`,
  '#> ![e](data:image/svg+xml,<svg onload=pwn()>) [f](vbscript:pwn) [g](file:///etc/passwd) [h](vscode://x.y/z) [i](//x.test)',
  '#> [j](https://x.test/?"onclick="pwn() "t\\"onclick=pwn()") <javascript:pwn()> [k](JaVaScRiPt:pwn()) [l](&#106;avascript:pwn())',
  '#>',
  `#> | ${EVIL.replaceAll('|', '')} | b |`,
  '#> |---|---|',
  `#> | ${EVIL} | c |`,
  '#>',
  '#> <script>pwn()</script>',
  '#> <iframe src="https://x.test"></iframe>',
  '#>',
  `#> \`\`\`${EVIL}`,
  `#> ${EVIL}`,
  '#> ```',
  '#>',
  '#> ## Playbook',
  '#>',
  `#> - [/] ${EVIL} {since=2024-02 segment=${EVIL.replaceAll(/[\s{}]/g, '')} strategy=${EVIL.replaceAll(/[\s{}]/g, '')}}`,
  '',
];
const rows = [
  row('2024-01', cell),
  row('2024-01', 'B', 20),
  row('2024-02', cell, 120),
  row('2024-02', 'B', 25),
];
const odd = [`${cell},${cell},${cell},x,1,,,,9,,,`, row('2024-03', cell).replace('450', '999')];
const text = [...SETTINGS, HEADER, ...rows, ...odd, ...NOTES].join('\n');
const conflict = [
  ...SETTINGS,
  HEADER,
  ...rows,
  `<<<<<<< ${EVIL}`,
  row('2024-03', cell, 90),
  '=======',
  row('2024-03', cell, 80).replaceAll('pwn()', 'pwn(2)'),
  `>>>>>>> ${EVIL}`,
  ...NOTES,
].join('\n');

/** What must not be on a page, whatever file it shows: said of each thing found. Looks into shadow roots as well. */
function foundOn(): string[] {
  const found: string[] = [];
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      const name = element.localName;
      if (/^(?:x-pwn|iframe|object|embed|base|frame|applet|link|meta|script)$/.test(name)) {
        // Those of the page itself stand in its head, or are its one script.
        const own = element.closest('head') !== null || (name === 'script' && element.textContent === '');
        if (!own) found.push(`<${name}>`);
      }
      for (const { name: attribute, value } of element.attributes) {
        if (/^on|^data-pwn$|^srcdoc$|^formaction$|^ping$/i.test(attribute))
          found.push(`${name} ${attribute}`);
        if (/^(?:href|xlink:href|src|action)$/i.test(attribute) && element.closest('head') === null) {
          const fine =
            /^(?:https:|mailto:|#|\/page\.js$)/.test(value) ||
            (name === 'img' && /^data:image\//.test(value));
          if (!fine) found.push(`${name} ${attribute}=${value}`);
        }
      }
      if (element.shadowRoot !== null) look(element.shadowRoot);
    }
  };
  look(document);
  if ('pwned' in window) found.push('it ran');
  return found;
}

describe('a file that would like to be more than text', () => {
  const notebook = useNotebook({ width: 1300, height: 900 });
  const found = () => notebook().page.evaluate(foundOn);

  /** Opens a file, and notes what the page asks of the network meanwhile, which is to be nothing. */
  async function open(file: string): Promise<string[]> {
    const { page } = notebook();
    const requests: string[] = [];
    await notebook().open(file);
    page.on('request', (request) => requests.push(request.url()));
    await page.evaluate(() => Object.assign(window, { pwn: () => Object.assign(window, { pwned: true }) }));
    return requests;
  }

  it('is text in the grid, the header, the summary, the problems, every panel, menu and bar', async () => {
    const { page } = notebook();
    const requests = await open(text);
    const panels = gridCommands.filter((name) => /^show(?!Hidden)/.test(name));
    expect(panels.length).toBeGreaterThan(8);
    for (const panel of panels) {
      await notebook().command(panel);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await found(), panel).toEqual([]);
    }
    // The cell's text is shown to the letter.
    await notebook().expectColumn('segment', [EVIL, 'B', EVIL, 'B', EVIL, EVIL]);
    await notebook().command('showNotes');
    const notes = page.getByRole('region', { name: 'Notes', exact: true });
    await notes.waitFor();
    const links = await notes
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.filter((href) => !/^https:\/\/x\.test\//.test(href ?? ''))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
    expect(await notes.locator('img, svg [onload]').count()).toBe(0);
    await notebook().command('find');
    await page.keyboard.type('x-pwn');
    await notebook().command('nextProblem');
    await notebook().command('filterColumn');
    await page.keyboard.press('Escape');
    expect(await found()).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('is text in a conflict, between its versions and in their names', async () => {
    const requests = await open(conflict);
    const region = notebook().page.getByRole('region', { name: 'Merge conflicts' });
    await region.waitFor();
    expect(await region.innerText()).toContain('x-pwn');
    expect(await found()).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('is refused by the page’s policy even if it got in', async () => {
    const { page } = notebook();
    await open(text);
    expect(await page.evaluate(refusals)).toEqual(REFUSED);
  });

  const names = { file: EVIL, before: EVIL, after: EVIL };
  const made: Readonly<Record<string, () => string>> = {
    'page that compares versions': () =>
      compareHtml(
        diffDocuments(text, text.replaceAll('pwn()', 'pwn(2)').replace('2024-02', '2024-04')),
        names,
      ),
    'HTML report': () => html([reportPage(LiveNotebook.open(text), { file: EVIL })]),
  };

  it.each(Object.keys(made))('is text in the %s, which neither runs nor loads anything', async (name) => {
    const { page } = notebook();
    const requests = await open(text);
    // A document of its own, under no policy but the one it brings along.
    await page.goto(new URL('/blank', page.url()).href);
    await page.setContent(made[name]!());
    requests.length = 0;
    expect(await page.locator('body').innerText()).toContain('x-pwn');
    expect(await found()).toEqual([]);
    expect(requests).toEqual([]);
    expect(await page.evaluate(refusals)).toEqual(REFUSED);
  });
});

/**
 * Tries to run and to load things from within a page, and tells which parts of its policy refused what; `ran` is among
 * them when anything ran. Later than at once, since what a test itself runs may do everything.
 */
async function refusals(): Promise<string[]> {
  const refused = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    refused.add(`${effectiveDirective} ${blockedURI}`),
  );
  const run = (code: string): string => `document.documentElement.dataset.ran = '${code}'`;
  await new Promise((done) => setTimeout(done));
  const add = (name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.textContent = text;
    document.body.append(element);
    return element;
  };
  const added = [
    add('script', {}, run('inline')),
    add('script', { src: 'https://x.test/a.js' }),
    add('button', { onclick: run('handler') }),
    add('img', { src: 'https://x.test/a.png' }),
    add('iframe', { src: 'https://x.test/' }),
    add('link', { rel: 'stylesheet', href: 'https://x.test/a.css' }),
  ];
  added.forEach((element) => element.click());
  try {
    // What the policy is to refuse is what the linter refuses as well.
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call
    new Function(run('eval'))();
  } catch {
    // As it should be.
  }
  await fetch('https://x.test/').catch(() => undefined);
  const wanted = 8;
  for (let turn = 0; turn < 100 && refused.size < wanted; turn++)
    await new Promise((done) => setTimeout(done, 10));
  added.forEach((element) => element.remove());
  const { ran } = document.documentElement.dataset;
  return [...refused, ...(ran === undefined ? [] : [`ran ${ran}`])].sort();
}

const REFUSED = [
  'connect-src https://x.test/',
  'frame-src https://x.test',
  'img-src https://x.test/a.png',
  'script-src eval',
  'script-src-attr inline',
  'script-src-elem https://x.test/a.js',
  'script-src-elem inline',
  'style-src-elem https://x.test/a.css',
];
