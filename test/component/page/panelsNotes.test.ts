import { beforeEach, describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const rows = 'period,start,new,lost\n2024-01,500,50,100\n';
const notesOf = (...lines: readonly string[]) =>
  `${rows}#\n${lines.map((line) => (line === '' ? '#>\n' : `#> ${line}\n`)).join('')}`;

describe('the notes', () => {
  const notebook = useNotebook();
  const panel = () => notebook().page.getByRole('region', { name: 'Notes', exact: true });
  const field = () => panel().getByRole('textbox', { name: 'Notes, as Markdown' });
  const button = (name: string) => panel().getByRole('button', { name, exact: true });
  const open = async (text: string, lock: 'readonly' | '' = '') => {
    await notebook().open(text, lock);
    await notebook().command('showNotes');
    await panel().waitFor();
  };
  const edit = async () => {
    await button('Edit notes').press('Enter');
    await expect.poll(() => field().evaluate((area) => area === document.activeElement)).toBe(true);
    await notebook().press('ControlOrMeta+End');
  };
  const noteLines = async () => (await notebook().text()).split('\n').filter((line) => line.startsWith('#>'));
  const save = () => notebook().page.evaluate(() => window.host.send({ type: 'flush', request: 1 }));

  describe('as they are read', () => {
    it('are headings, lists, tasks with their status, quotes, code, tables and links', async () => {
      await open(
        notesOf(
          '# What *happened*',
          '',
          'Q1 was **good**, `code`, see [the survey](https://example.com/a?b=1) or <mailto:a@example.com>.',
          '',
          '- [x] Calls {since=2024-01}',
          '- [/] Price lock',
          '- [-] Points',
          '- plain',
          '',
          '> quoted',
          '',
          '| a | b |',
          '|---|---|',
          '| 1 | 2 |',
        ),
      );
      expect(await panel().getByRole('heading', { name: 'What happened', level: 3 }).count()).toBe(1);
      expect(
        await panel()
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['https://example.com/a?b=1', 'mailto:a@example.com']);
      expect(await panel().getByRole('listitem').allInnerTexts()).toEqual([
        'Calls {since=2024-01}',
        'Price lock',
        'Points',
        'plain',
      ]);
      expect(
        await panel()
          .getByRole('img')
          .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel)),
      ).toEqual(['Done', 'Active', 'Dropped']);
      expect(await panel().getByRole('cell').allInnerTexts()).toEqual(['1', '2']);
      expect(await panel().getByRole('blockquote').innerText()).toBe('quoted');
      expect(await panel().getByRole('checkbox').count()).toBe(0);
    });

    it('never bring anything that runs, loads or leads into the page', async () => {
      const bad = [
        '<script>window.ran = true</script>',
        '',
        'a <img src=x onerror="window.ran = true"> b <b onclick="window.ran = true">c</b>',
        '',
        '[one](javascript:window.ran=true) [two](JaVaScRiPt:window.ran=true) [three](vscode:x) [four](data:text/html,x)',
        '',
        '[five](&#106;avascript:x) [six](command:x) [seven](//example.com) ![eight](https://example.com/x.png)',
        '',
        '<style>body { display: none }</style>',
        '',
        '<iframe src="https://example.com"></iframe>',
        '',
        '```<script>',
        '</code><script>window.ran = true</script>',
        '```',
      ];
      await open(notesOf(...bad));
      const content = panel().locator('.panel-content');
      expect(
        await content.locator('script, img, style, iframe, b, [onclick], [onerror], [src]').count(),
      ).toBe(0);
      // The address of a picture is a link; nothing is loaded.
      expect(
        await content
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['https://example.com/x.png']);
      const words = await content.innerText();
      for (const shown of [
        '<script>window.ran = true</script>',
        'onerror="window.ran = true"',
        '[one](javascript:window.ran=true)',
        '</iframe>',
      ]) {
        expect(words).toContain(shown);
      }
      expect(await notebook().page.evaluate(() => 'ran' in window)).toBe(false);
    });

    it('are shown as written where nobody could read them otherwise', async () => {
      const quotes = '>'.repeat(20_000);
      await open(notesOf(quotes));
      expect(await panel().locator('.notes').innerText()).toBe(quotes);
      await open(notesOf(`${'- '.repeat(200)}deep`));
      expect(await panel().locator('.notes').innerText()).toContain('- - deep');
    });

    it('say so when there are none, and when the file is locked nothing is offered', async () => {
      await open(rows);
      expect(await panel().innerText()).toContain('No notes yet');
      await button('Write notes').click();
      await notebook().page.keyboard.type('Good year');
      await notebook().press('ControlOrMeta+Enter');
      expect(await notebook().text()).toBe(notesOf('Good year'));
      await open(notesOf('Kept'), 'readonly');
      expect(await panel().innerText()).toContain('Kept');
      await panel().getByText('Kept').dblclick();
      expect(await field().count()).toBe(0);
      expect(await button('Edit notes').count()).toBe(0);
    });
  });

  describe('as they are written', () => {
    beforeEach(() => open(notesOf('One', '', 'Two')));

    it('are taken over by Ctrl+Enter, as one step of undo, and the focus is back', async () => {
      await edit();
      await notebook().page.keyboard.type('!\n\nThree');
      expect(await notebook().edits()).toBe(0);
      await notebook().press('ControlOrMeta+Enter');
      expect(await noteLines()).toEqual(['#> One', '#>', '#> Two!', '#>', '#> Three']);
      expect(await notebook().labels()).toEqual(['Edit notes']);
      expect(await panel().locator('p').allInnerTexts()).toEqual(['One', 'Two!', 'Three']);
      expect(await button('Edit notes').evaluate((element) => element === document.activeElement)).toBe(true);
      await notebook().page.evaluate(() => window.host.send({ type: 'command', name: 'focusPanels' }));
      await notebook().page.locator('.rn-grid-input').focus();
      await notebook().press('Mod+z');
      await expect.poll(noteLines).toEqual(['#> One', '#>', '#> Two']);
    });

    it('name the keys of an iPad there', async () => {
      await notebook().page.evaluate(() =>
        Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPad; CPU OS 18_0)' }),
      );
      await edit();
      expect(await panel().innerText()).toContain('\u2318Enter');
    });

    it('are taken over when they are left for another part of the page, also by a double-click there', async () => {
      await panel().getByText('Two').dblclick();
      await notebook().press('ControlOrMeta+End');
      await notebook().page.keyboard.type('!');
      await notebook().cell(0, 1).click();
      await expect.poll(noteLines).toEqual(['#> One', '#>', '#> Two!']);
      expect(await field().count()).toBe(0);
    });

    it('are as before after Escape and after Cancel', async () => {
      for (const giveUp of [() => notebook().press('Escape'), () => button('Cancel').click()]) {
        await edit();
        await notebook().page.keyboard.type('!');
        await giveUp();
        expect(await field().count()).toBe(0);
        expect(await button('Edit notes').evaluate((element) => element === document.activeElement)).toBe(
          true,
        );
        expect(await notebook().edits()).toBe(0);
      }
    });

    it('have an undo of their own as long as something is typed', async () => {
      await edit();
      await notebook().page.keyboard.type('!');
      const heard = () => notebook().page.evaluate(() => (window as unknown as { undos: number }).undos);
      await notebook().page.evaluate(() => {
        const count = window as unknown as { undos: number };
        count.undos = 0;
        window.addEventListener('keydown', (event) => (count.undos += event.key === 'z' ? 1 : 0));
      });
      await notebook().press('Mod+z');
      expect(await field().inputValue()).toBe('One\n\nTwo');
      expect(await heard()).toBe(0);
      await notebook().press('Mod+z');
      expect(await heard()).toBe(1);
    });

    it('outlast a reload, and a save by hand takes them over', async () => {
      await edit();
      await notebook().page.keyboard.type('!');
      await notebook().reload();
      await expect.poll(() => field().inputValue()).toBe('One\n\nTwo!');
      expect(await noteLines()).toEqual(['#> One', '#>', '#> Two']);
      await save();
      await expect.poll(noteLines).toEqual(['#> One', '#>', '#> Two!']);
      await field().focus();
      await notebook().press('ControlOrMeta+End');
      await notebook().page.keyboard.type('?');
      await save();
      await expect.poll(noteLines).toEqual(['#> One', '#>', '#> Two!?']);
      expect(await field().inputValue()).toBe('One\n\nTwo!?');
    });

    it('are taken over by a save by hand after a reload also where their panel is out of sight', async () => {
      await notebook().page.setViewportSize({ width: 700, height: 500 });
      for (const name of ['Trend', 'Customer flow', 'Churn reasons', 'Segments', 'Revenue', 'What if']) {
        await notebook().page.getByRole('toolbar', { name: 'Panels' }).getByRole('button', { name }).click();
      }
      await edit();
      await notebook().page.keyboard.type('!');
      await notebook().reload();
      const first = notebook().page.getByRole('region', { name: 'Trend', exact: true });
      await first.getByRole('img').first().waitFor();
      await save();
      await expect.poll(noteLines).toEqual(['#> One', '#>', '#> Two!']);
    });

    it('keep what others wrote in the file meanwhile', async () => {
      await edit();
      await notebook().page.keyboard.type('!');
      const at = (await notebook().text()).indexOf('One');
      await notebook().change({ start: at, end: at + 3, text: 'First' });
      await expect.poll(() => panel().getByRole('status').innerText()).toContain('Both changes are kept');
      expect(await field().inputValue()).toBe('One\n\nTwo!');
      await notebook().press('ControlOrMeta+Enter');
      expect(await noteLines()).toEqual(['#> First', '#>', '#> Two!']);
    });

    it('ask when others changed the same lines, and lose neither', async () => {
      await edit();
      await notebook().page.keyboard.type('!');
      const change = async (to: string) => {
        const at = (await notebook().text()).indexOf('Two');
        await notebook().change({ start: at, end: at + 3, text: to });
        await expect.poll(() => panel().getByRole('status').innerText()).toContain('until you choose');
      };
      await change('Two too');
      await notebook().press('ControlOrMeta+Enter');
      await notebook().cell(0, 1).click();
      await save();
      expect(await noteLines()).toEqual(['#> One', '#>', '#> Two too']);
      await button('Keep my text').click();
      expect(await noteLines()).toEqual(['#> One', '#>', '#> Two!']);
      await edit();
      await notebook().page.keyboard.type('?');
      await change('Two times');
      await button('Take the file\u2019s text').click();
      expect(await noteLines()).toEqual(['#> One', '#>', '#> Two times!']);
      expect(await panel().locator('p').allInnerTexts()).toEqual(['One', 'Two times!']);
    });
  });
});
