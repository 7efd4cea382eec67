import { expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

/** What Excel puts on the clipboard, shortened to what matters. */
const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\."} .xl65 {mso-number-format:"\\@";} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse'>
<!--StartFragment--><col width=64 span=2 style='width:48pt'>
<tr height=20><td height=20 class=xl65 width=64>00123</td><td align=right width=64>1.10</td></tr>
<tr height=40><td height=40 width=64>&quot;abc&quot;</td><td class=xl66>one<br>
    two</td></tr><!--EndFragment--></table></body></html>`;

/** LibreOffice Calc. */
const calc = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.6 (Linux)"/><style type="text/css">body,div,table{font-family:"Arial"}</style>
</head><body><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
<tr><td height="17" align="left" sdnum="1033;0;@"><font face="Liberation Sans">00123</font></td>
<td align="right" sdval="1.1" sdnum="1033;0;0.00">1.10</td></tr></table></body></html>`;

/** Google Sheets. */
const sheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}
--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" data-sheets-root="1"><colgroup>
<col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;00123&quot;}">00123</td>
<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1.1}" data-sheets-numberformat="{&quot;1&quot;:2,&quot;2&quot;:&quot;0.00&quot;}">1.10</td></tr></tbody></table>`;

/** A mail: a table whose text has no tabs. */
const mail = `<div><table class="MsoNormalTable"><tbody><tr><td><p class="MsoNormal">2024-Q1<o:p></o:p></p></td><td><p>500</p></td></tr>
<tr><td><p>2024-Q2</p></td><td><p>1&nbsp;234</p></td></tr></tbody></table></div>`;

async function pasted(text: string, html: string, width = 2, height = 2): Promise<(string | undefined)[][]> {
  const s = sheet();
  await s.open();
  await s.dispatchPaste(text, html);
  const rows = Array.from({ length: height }, (_, row) => row);
  const columns = Array.from({ length: width }, (_, column) => column);
  return Promise.all(rows.map((row) => Promise.all(columns.map((column) => s.value(row, column)))));
}

it('takes over what Excel, LibreOffice and Sheets copy, without converting', async () => {
  expect(await pasted('00123\t1.10\r\n"abc"\t"one\ntwo"\r\n', excel)).toEqual([
    ['00123', '1.10'],
    ['"abc"', 'one\ntwo'],
  ]);
  expect(await pasted('', excel)).toEqual([
    ['00123', '1.10'],
    ['"abc"', 'one\ntwo'],
  ]);
  for (const html of [calc, sheets]) {
    expect(await pasted('00123\t1.10', html, 2, 1)).toEqual([['00123', '1.10']]);
    expect(await pasted('', html, 2, 1)).toEqual([['00123', '1.10']]);
  }
});

it('reads a table from a mail or a web page, spans included', async () => {
  expect(await pasted('2024-Q1\n500\n2024-Q2\n1\u00a0234', mail)).toEqual([
    ['2024-Q1', '500'],
    ['2024-Q2', '1\u00a0234'],
  ]);
  const spans = `<table><tr><th colspan=2>a <b>b</b>
    c</th><td rowspan=2>d</td></tr><tr><td>e</td><td><ul><li>f<li>g</ul></td></tr></table>`;
  expect(await pasted('', spans, 3)).toEqual([
    ['a b c', '', 'd'],
    ['e', 'f\ng', ''],
  ]);
});

it('takes the text where the HTML is more than a table, or none', async () => {
  expect(await pasted('Hello, world', '<p>Hello, <b>world</b></p>', 1, 1)).toEqual([['Hello, world']]);
  expect(await pasted('note a', '<p>note</p><table><tr><td>a</td></tr></table>', 1, 1)).toEqual([['note a']]);
  expect(await pasted('plain', '<table></table>', 1, 1)).toEqual([['plain']]);
});

it('runs nothing and loads nothing of pasted HTML', async () => {
  const s = sheet();
  const requests: string[] = [];
  s.page.on('request', (request) => requests.push(request.url()));
  await s.open();
  requests.length = 0;
  await s.dispatchPaste(
    '',
    `<table background="/b.png" onload="window.hit=1"><tr><td>a<script>window.hit=2</script>
      <img src="/x.png" onerror="window.hit=3"><style>@import "/s.css"</style></td>
      <td><svg onload="window.hit=4"></svg><iframe src="/f" srcdoc="<script>parent.hit=5</script>"></iframe>
      <object data="/o"></object><template>t</template><a href="javascript:window.hit=6">b</a></td></tr></table>`,
  );
  expect([await s.value(0, 0), await s.value(0, 1)]).toEqual(['a', 'b']);
  await s.frames();
  expect(await s.page.evaluate(() => 'hit' in window)).toBe(false);
  expect(requests).toEqual([]);
  expect(await s.edits()).toHaveLength(1);
});

it('brings every text back from its own copy', async () => {
  const s = sheet();
  const texts = [
    '00123',
    ' a  b ',
    'x\ty',
    'one\n\ntwo',
    '"q"',
    '2024-Q1,500,50',
    'a,b',
    '😀',
    '=1+1',
    '<b>&amp;',
    '',
  ];
  await s.open('rows=30');
  await s.page.evaluate((values) => {
    values.forEach((text, row) => (window.sheet.data[row]![6] = text));
    window.sheet.grid.rowsChanged('all');
    window.sheet.grid.select({ top: 0, bottom: values.length - 1, left: 6, right: 6 });
  }, texts);
  await s.press('Mod+c');
  await s.select(15, 6);
  await s.press('Mod+v');
  const values = await Promise.all(texts.map((_, row) => s.value(15 + row, 6)));
  expect(values).toEqual(texts);
  expect(await s.edits()).toHaveLength(1);
});

it('copies and pastes 10 000 rows of 8 columns without a pause', async () => {
  const s = sheet();
  await s.open('rows=20000&columns=8');
  const copied = await s.page.evaluate(() => {
    window.sheet.grid.select({ top: 0, bottom: 9999, left: 0, right: 7 });
    const started = performance.now();
    window.sheet.grid.execute({ type: 'copy', format: 'cells' });
    return performance.now() - started;
  });
  expect(copied).toBeLessThan(1500);
  const text = Array.from({ length: 10_000 }, (_, i) => `${i}\t1\t2\t3\t4\t5\tn`).join('\r\n');
  const pasted = await s.page.evaluate((content) => {
    window.sheet.grid.select({ row: 0, column: 0 });
    const started = performance.now();
    window.sheet.grid.paste(content);
    return performance.now() - started;
  }, text);
  expect(pasted).toBeLessThan(1500);
  expect(await s.value(9999, 0)).toBe('9999');
});

it.each([
  ['one cell', 'x'.repeat(1_000_000)],
  ['a cell of a number', '1'.repeat(1_000_000)],
  ['quotes', '"'.repeat(1_000_000)],
  ['cells beyond the last column', '1,'.repeat(500_000)],
])('does not freeze at a megabyte on one line: %s', async (_, text) => {
  const s = sheet();
  await s.open();
  await s.select(0, 6);
  const took = await s.page.evaluate(async (content) => {
    const started = performance.now();
    window.sheet.grid.paste(content);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - started;
  }, text);
  expect(took).toBeLessThan(1500);
  expect(await s.edits()).toHaveLength(1);
  await s.press('ArrowLeft', 'ArrowRight');
  expect(await s.active()).toEqual([0, 6]);
});
