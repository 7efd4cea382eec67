import { describe, expect, it } from 'vitest';
import {
  commandFor,
  type Command,
  type KeyContext,
  type KeyStroke,
} from '../../../../src/webview/grid/keyboard';

const pc = (mode: KeyContext['mode'], enterKey: KeyContext['enterKey'] = 'edit'): KeyContext => ({
  mode,
  mac: false,
  enterKey,
  several: false,
});
const mac = (mode: KeyContext['mode']): KeyContext => ({ ...pc(mode), mac: true });

/** `Ctrl+Shift+a` as a key stroke. */
function stroke(keys: string, extra: Partial<KeyStroke> = {}): KeyStroke {
  const parts = keys.split('+');
  const key = parts.at(-1)!;
  return {
    key: key === 'Space' ? ' ' : key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Meta'),
    isComposing: false,
    keyCode: 0,
    ...extra,
  };
}

const move = (motion: string, extend = false): Command => ({ type: 'move', motion, extend }) as Command;

describe('keys on cells', () => {
  it.each<[string, Command]>([
    ['ArrowUp', move('up')],
    ['Shift+ArrowDown', move('down', true)],
    ['Ctrl+ArrowLeft', move('edge-left')],
    ['Ctrl+Shift+ArrowRight', move('edge-right', true)],
    ['PageDown', move('page-down')],
    ['Shift+PageUp', move('page-up', true)],
    ['Home', move('row-start')],
    ['End', move('row-end')],
    ['Ctrl+Home', move('grid-start')],
    ['Ctrl+Shift+End', move('grid-end', true)],
    ['Tab', { type: 'tab', step: 1 }],
    ['Shift+Tab', { type: 'tab', step: -1 }],
    ['Enter', { type: 'open' }],
    ['Shift+Enter', { type: 'enter', step: -1 }],
    ['F2', { type: 'open' }],
    ['Delete', { type: 'clear' }],
    ['Backspace', { type: 'clear' }],
    ['Escape', { type: 'cancel' }],
    ['Ctrl+Enter', { type: 'fillOrInsertBelow' }],
    ['Ctrl+Shift+Enter', { type: 'insertAbove' }],
    ['Ctrl+Shift+K', { type: 'deleteRows' }],
    ['Ctrl+a', { type: 'selectAll' }],
    ['Ctrl+d', { type: 'fillDown' }],
    ['Ctrl+g', { type: 'goToRow' }],
    ['Shift+F10', { type: 'menu' }],
    ['ContextMenu', { type: 'menu' }],
    ['Alt+ArrowUp', { type: 'moveRows', step: -1 }],
    ['Alt+ArrowDown', { type: 'moveRows', step: 1 }],
    ['Shift+Alt+ArrowDown', { type: 'duplicateRows', step: 1 }],
    ['Shift+Space', { type: 'selectRow' }],
    ['Ctrl+Space', { type: 'selectColumn' }],
    ['Ctrl+Shift+Space', { type: 'selectAll' }],
    ['Ctrl+z', { type: 'undo' }],
    ['Ctrl+y', { type: 'redo' }],
    ['Ctrl+Shift+Z', { type: 'redo' }],
  ])('%s', (keys, command) => {
    expect(commandFor(stroke(keys), pc('navigate'))).toEqual(command);
  });

  it('goes down on Enter where that is wanted', () => {
    expect(commandFor(stroke('Enter'), pc('navigate', 'down'))).toEqual({ type: 'enter', step: 1 });
  });

  it('goes round several cells on Enter, and opens one by F2 all the same', () => {
    const several = { ...pc('navigate'), several: true };
    expect(commandFor(stroke('Enter'), several)).toEqual({ type: 'enter', step: 1 });
    expect(commandFor(stroke('F2'), several)).toEqual({ type: 'open' });
  });

  it('reads letters by their place on other alphabets, not on other Latin layouts', () => {
    const cyrillic = stroke('Ctrl+в', { code: 'KeyD' });
    expect(commandFor(cyrillic, pc('navigate'))).toEqual({ type: 'fillDown' });
    const dvorak = stroke('Ctrl+e', { code: 'KeyD' });
    expect(commandFor(dvorak, pc('navigate'))).toBeNull();
    const punctuation = stroke('Ctrl+;', { code: 'KeyZ' });
    expect(commandFor(punctuation, pc('navigate'))).toBeNull();
  });
});

describe('keys in an open cell', () => {
  it.each<[string, Command | null, Command | null]>([
    ['ArrowRight', move('right'), null],
    ['Ctrl+ArrowDown', move('edge-down'), null],
    ['PageDown', move('page-down'), null],
    ['Shift+ArrowLeft', null, null],
    ['Home', null, null],
    ['End', null, null],
    ['Enter', { type: 'enter', step: 1 }, { type: 'enter', step: 1 }],
    ['Shift+Enter', { type: 'enter', step: -1 }, { type: 'enter', step: -1 }],
    ['Tab', { type: 'tab', step: 1 }, { type: 'tab', step: 1 }],
    ['Escape', { type: 'cancel' }, { type: 'cancel' }],
    ['F2', { type: 'caret' }, null],
    ['Alt+Enter', { type: 'lineBreak' }, { type: 'lineBreak' }],
    ['Ctrl+Enter', { type: 'fillOrInsertBelow' }, { type: 'fillOrInsertBelow' }],
    ['Ctrl+z', { type: 'textUndo' }, { type: 'textUndo' }],
    ['Ctrl+y', { type: 'textRedo' }, { type: 'textRedo' }],
    ['Ctrl+a', null, null],
    ['Delete', null, null],
    ['Backspace', null, null],
    ['Ctrl+d', null, null],
    ['Shift+Space', null, null],
  ])('%s', (keys, typed, opened) => {
    expect(commandFor(stroke(keys), pc('enter'))).toEqual(typed);
    expect(commandFor(stroke(keys), pc('edit'))).toEqual(opened);
  });
});

describe("keys that are not the grid's", () => {
  const foreign = [
    'Ctrl+s',
    'Ctrl+p',
    'Ctrl+w',
    'Ctrl+b',
    'Ctrl+k',
    'Ctrl+f',
    'Ctrl+h',
    'Ctrl+c',
    'Ctrl+x',
    'Ctrl+v',
    'Ctrl+r',
    'F1',
    'F3',
    'F5',
    'Ctrl+Tab',
    'Ctrl+Shift+Tab',
    'Ctrl+PageUp',
    'Ctrl+PageDown',
    'Ctrl+=',
    'Ctrl+-',
    'Ctrl+0',
    'Alt+1',
    'Alt+9',
    'Alt+ArrowLeft',
    'Ctrl+Shift+p',
    'Ctrl+Shift+a',
    'AudioVolumeUp',
    'MediaPlayPause',
    'BrowserBack',
    'Dead',
    'Unidentified',
    'Process',
    'CapsLock',
    'Shift',
    'Insert',
    'a',
    'A',
    '5',
    'é',
    'Space',
    'Ctrl+Alt+q',
    'Ctrl+Alt+Enter',
    'Meta+ArrowUp',
    'Meta+a',
  ];
  it.each(foreign)('%s is left alone', (keys) => {
    for (const mode of ['navigate', 'enter', 'edit'] as const) {
      expect(commandFor(stroke(keys), pc(mode))).toBeNull();
    }
  });

  it.each(['Enter', 'ArrowDown', 'Tab', 'Escape', 'Backspace'])(
    '%s belongs to a composition while there is one',
    (key) => {
      for (const mode of ['navigate', 'enter', 'edit'] as const) {
        expect(commandFor(stroke(key, { isComposing: true }), pc(mode))).toBeNull();
        expect(commandFor(stroke(key, { keyCode: 229 }), pc(mode))).toBeNull();
      }
    },
  );
});

describe('keys on a Mac', () => {
  it('uses Cmd for Ctrl, and Ctrl only for the column', () => {
    expect(commandFor(stroke('Meta+z'), mac('navigate'))).toEqual({ type: 'undo' });
    expect(commandFor(stroke('Meta+Shift+z'), mac('navigate'))).toEqual({ type: 'redo' });
    expect(commandFor(stroke('Meta+ArrowDown'), mac('navigate'))).toEqual(move('edge-down'));
    expect(commandFor(stroke('Ctrl+z'), mac('navigate'))).toBeNull();
    expect(commandFor(stroke('Ctrl+Space'), mac('navigate'))).toEqual({ type: 'selectColumn' });
    expect(commandFor(stroke('Meta+Space'), mac('navigate'))).toBeNull();
  });
});
