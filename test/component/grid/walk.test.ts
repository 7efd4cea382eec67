import { expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet({ width: 700, height: 360 });

const keys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Shift+ArrowDown',
  'Shift+ArrowRight',
  'Mod+ArrowDown',
  'Mod+ArrowUp',
  'Mod+ArrowRight',
  'Mod+ArrowLeft',
  'Mod+Shift+ArrowDown',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  'Mod+Home',
  'Mod+End',
  'Tab',
  'Shift+Tab',
  'Enter',
  'Shift+Enter',
  'Escape',
  'F2',
  'Delete',
  'Backspace',
  'Mod+d',
  'Mod+Enter',
  'Mod+Shift+Enter',
  'Mod+Shift+K',
  'Mod+a',
  'Shift+Space',
  'Control+Space',
  'Mod+c',
  'Mod+v',
  'Mod+x',
  'Alt+Enter',
];

/** Small and always the same for a seed, so that a failing walk can be taken again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

/** What is drawn that should not be, or is not that should. Runs in the page. */
function faults(): string[] {
  const { grid, model } = window.sheet;
  const state = grid.getViewState();
  const { top, height } = document.querySelector('.rn-grid')!.getBoundingClientRect();
  const [rowHeight, headerHeight] = [26, 28];
  const scrolled = state.top.row * rowHeight + state.top.offset;
  const found: string[] = [];
  const drawn = new Set<number>();
  for (const line of document.querySelectorAll('.rn-grid-rows [role=row]:not([hidden])')) {
    const row = Number(line.getAttribute('aria-rowindex')) - 2;
    if (drawn.has(row)) found.push(`row ${row} is drawn twice`);
    drawn.add(row);
    if (row > model.rowCount) found.push(`row ${row} is drawn and does not exist`);
    const place = top + headerHeight + row * rowHeight - scrolled;
    if (Math.abs(line.getBoundingClientRect().top - place) > 1)
      found.push(`row ${row} is in the wrong place`);
    for (const cell of line.querySelectorAll('[role=gridcell]')) {
      const column = Number(cell.getAttribute('aria-colindex')) - 2;
      const text = row < model.rowCount ? model.cell(row, column).text : model.placeholder(column);
      if (cell.textContent !== text.replaceAll('\n', ' ↵ ')) {
        found.push(`cell ${row},${column} shows ${cell.textContent} instead of ${text}`);
      }
      const selected = state.ranges.some(
        (range) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
      );
      if ((cell.getAttribute('aria-selected') === 'true') !== selected)
        found.push(`cell ${row},${column} selected`);
    }
  }
  const last = Math.min(model.rowCount, Math.floor((scrolled + height - headerHeight - 1) / rowHeight));
  for (let row = state.top.row; row <= last; row++) if (!drawn.has(row)) found.push(`row ${row} is missing`);
  if (document.querySelector('[role=grid]')!.getAttribute('aria-rowcount') !== String(model.rowCount + 2)) {
    found.push('aria-rowcount');
  }
  const { active } = state;
  const inside = state.ranges.some(
    (range) =>
      active.row >= range.top &&
      active.row <= range.bottom &&
      active.column >= range.left &&
      active.column <= range.right,
  );
  if (!inside || active.row > model.rowCount || active.column >= model.columns.length)
    found.push('the active cell');
  const field = document.querySelector('textarea')!;
  if (document.activeElement !== field) found.push('the focus is lost');
  if (grid.isEditing) return found;
  if (field.value !== '') found.push('text is left in the field');
  const id = field.getAttribute('aria-activedescendant');
  if (id !== null) {
    const cell = document.getElementById(id);
    const row = Number(cell?.closest('[role=row]')?.getAttribute('aria-rowindex')) - 2;
    const column = Number(cell?.getAttribute('aria-colindex')) - 2;
    if (row !== active.row || column !== active.column) found.push('aria-activedescendant');
  }
  return found;
}

it.each([1, 2, 3])('shows what the model says after each of 150 random actions (walk %i)', async (seed) => {
  const s = sheet();
  const roll = dice(seed);
  const { mouse, keyboard } = s.page;
  await s.page.setViewportSize({ width: 700, height: 360 });
  await s.open('rows=60&columns=8');
  await s.press('Mod+c');
  const point = async (): Promise<[number, number]> => {
    const [left, top, right, bottom] = await s.page.evaluate(() => {
      const box = document.querySelector('.rn-grid')!.getBoundingClientRect();
      return [
        box.left,
        Math.max(0, box.top),
        Math.min(box.right, innerWidth),
        Math.min(box.bottom, innerHeight),
      ];
    });
    return [left + 2 + roll(Math.floor(right - left - 4)), top + 2 + roll(Math.floor(bottom - top - 4))];
  };
  const actions: (() => Promise<string>)[] = [
    async () => {
      const key = keys[roll(keys.length)]!;
      await s.press(key);
      // Tab may leave at the ends; the walk goes on inside.
      if (key.includes('Tab')) await s.focus();
      return key;
    },
    async () => {
      const text = String(roll(999));
      await s.type(text);
      return `type ${text}`;
    },
    async () => {
      const [x, y] = await point();
      const shift = roll(4) === 0;
      if (shift) await keyboard.down('Shift');
      await mouse.click(x, y);
      if (shift) await keyboard.up('Shift');
      return `click ${x},${y}`;
    },
    async () => {
      await mouse.move(...(await point()));
      await mouse.down();
      await mouse.move(...(await point()), { steps: 2 });
      await mouse.up();
      return 'drag';
    },
    async () => {
      const to = { top: roll(2500), left: roll(900) };
      await s.page.locator('.rn-grid-scroller').evaluate((scroller, place) => scroller.scrollTo(place), to);
      await s.frames();
      return `scroll ${to.top},${to.left}`;
    },
    async () => {
      const [at, removed, added] = [roll(20), roll(3), roll(3)];
      await s.page.evaluate(
        ([from, count, rows]) => {
          const { length } = window.sheet.data;
          const start = Math.min(from!, length);
          const made = Array.from({ length: rows! }, (_, i) => [`new ${i}`, '1', '2', '3', '', '', '']);
          window.sheet.replace(start, Math.min(count!, length - start), made);
        },
        [at, removed, added],
      );
      return `outside ${at},${removed},${added}`;
    },
    async () => {
      await s.page.setViewportSize({ width: 400 + roll(500), height: 200 + roll(300) });
      await s.frames();
      return 'resize';
    },
  ];
  const weights = [11, 2, 3, 1, 1, 2, 1];
  const bag = weights.flatMap((weight, index) => Array.from({ length: weight }, () => actions[index]!));
  const trail: string[] = [];
  for (let step = 0; step < 150; step++) {
    trail.push(await bag[roll(bag.length)]!());
    const found = await s.page.evaluate(faults);
    expect(found, `step ${step}: ${trail.slice(-5).join(' → ')}`).toEqual([]);
  }
});
