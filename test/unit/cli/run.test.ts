import { describe, expect, it } from 'vitest';
import { githubData, githubProperty } from '../../../src/cli/escape';
import { decode } from '../../../src/cli/input';
import { displayWidth, textTable } from '../../../src/cli/table';
import { csvField } from '../../../src/core';
import { retention } from './helpers';

const COMMANDS = ['calc', 'report', 'check', 'diff', 'merge', 'textconv', 'convert', 'metrics'];

describe('retention', () => {
  it('explains itself', async () => {
    for (const argv of [['--help'], ['-h']]) {
      const { code, out, err } = await retention(argv);
      expect([code, err]).toEqual([0, '']);
      for (const command of COMMANDS) expect(out).toContain(`\n  ${command} `);
    }
  });

  it.each(COMMANDS)('explains %s', async (command) => {
    const help = await retention([command, '--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain(`Usage: retention ${command}`);
    expect((await retention(['help', command])).out).toBe(help.out);
  });

  it('prints its version', async () => {
    expect(await retention(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  it.each([
    [[], 'Name a command.'],
    [['chekc'], 'There is no command “chekc”. Did you mean check?'],
    [
      ['frobnicate'],
      'There is no command “frobnicate”. The commands are calc, report, check, diff, merge, textconv, convert, metrics.',
    ],
    [['constructor'], 'There is no command “constructor”.'],
    [['--frob'], 'There is no command “--frob”.'],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await retention(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('decode', () => {
  it.each([
    ['a byte alone', [0x61, 0xff, 0x62], 1],
    ['a cut character at the end', [0x61, 0xe2, 0x82], 1],
    ['a cut character inside', [0xe2, 0x82, 0x61], 0],
    ['a surrogate', [0x61, 0x62, 0xed, 0xa0, 0x80, 0x63], 2],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 0],
  ])('finds %s', (_, bytes, place) => {
    const result = decode(new Uint8Array(bytes));
    expect(result.badByte).toBe(place);
    expect(result.text).toContain('\ufffd');
  });

  it('keeps the byte order mark and accepts a real U+FFFD', () => {
    expect(decode(new TextEncoder().encode('\ufeffa\ufffd€'))).toEqual({
      text: '\ufeffa\ufffd€',
      badByte: null,
    });
  });
});

describe('escaping', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', '+49 30'],
    ['-5', '-5'],
    ['-5 %', '-5 %'],
    ['-5+cmd', "'-5+cmd"],
    ['-', "'-"],
    ['\n5', `"'\n5"`],
    ['@cmd', "'@cmd"],
    ['\t=1', `"'\t=1"`],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['a;b', '"a;b"'],
    ['say "x", y', '"say ""x"", y"'],
    ['2024-01', '2024-01'],
    ['', ''],
  ])('CSV text %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  it('CSV numbers stay numbers', () => {
    expect([csvField(-5), csvField(0.1), csvField(null), csvField(true)]).toEqual(['-5', '0.1', '', 'true']);
  });

  it('GitHub commands', () => {
    expect(githubData('50 %\r\n::x')).toBe('50 %25%0D%0A::x');
    expect(githubProperty('a:b,c%')).toBe('a%3Ab%2Cc%25');
  });
});

describe('tables', () => {
  it('measures what a terminal shows', () => {
    expect(['abc', '日本', 'é', 'e\u0301', '🙂'].map(displayWidth)).toEqual([3, 4, 1, 1, 2]);
  });

  it('aligns columns', () => {
    const columns = [
      { title: 'name', align: 'left' },
      { title: 'n', align: 'right' },
    ] as const;
    expect(
      textTable(columns, [
        ['日本', '5'],
        ['x', '1234'],
      ]),
    ).toEqual(['name     n', '────  ────', '日本     5', 'x     1234']);
  });
});
