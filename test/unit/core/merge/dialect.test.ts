import { describe, expect, it } from 'vitest';
import { mergeAsLines, mergeDocuments } from '../../../../src/core';
import { merged } from './merged';

describe('a merge across dialects', () => {
  const comma =
    '#---\n# retention: 1\n# goal: 82.5%\n#---\nperiod,mrr_x,start_mrr,note\n2024,1,2.5,a;b\n2025,1,2,\n';
  const semicolon =
    "#---\n# retention: 1\n# goal: 82,5%\n# delimiter: ';'\n# decimal: ','\n#---\nperiod;mrr_x;start_mrr;note\n2024;1;2,5;\"a;b\"\n2025;1;2;\n";

  it.each(['ours', 'theirs'])('writes everything as %s does, who changed the delimiter', (side) => {
    const edited = comma.replace('2025,1,2,', '2025,1,3.75,x').replace('a;b', 'a,b').replace('a,b', '"a,b"');
    const { text, conflicts } =
      side === 'ours' ? merged(comma, semicolon, edited) : merged(comma, edited, semicolon);
    expect(conflicts).toEqual([]);
    expect(text).toBe(semicolon.replace('2025;1;2;', '2025;1;3,75;x').replace('"a;b"', '"a,b"'));
  });

  it('writes a changed setting as the side does that chose another dialect', () => {
    const changed = comma.replace('82.5%', '83.25%');
    const expected = { text: semicolon.replace('82,5%', '83,25%'), conflicts: [] };
    expect(merged(comma, semicolon, changed)).toEqual(expected);
    expect(merged(comma, changed, semicolon)).toEqual(expected);
  });

  it('writes with the decimal sign that one side chose, the delimiter being the same', () => {
    const file = (decimal: string, rows: string): string =>
      `#---\n# retention: 1\n# delimiter: ';'\n# decimal: '${decimal}'\n#---\nperiod;start_mrr\n${rows}`;
    const [base, edited] = [file('.', '2024;1.5\n2025;2\n'), file('.', '2024;1.5\n2025;2.5\n')];
    const comma = file(',', '2024;1,5\n2025;2\n');
    const expected = file(',', '2024;1,5\n2025;2,5\n');
    expect(merged(base, edited, comma)).toEqual({ text: expected, conflicts: [] });
    expect(merged(base, comma, edited)).toEqual({ text: expected, conflicts: [] });
  });

  it('gives settings to versions that have none', () => {
    const base = 'period,start_mrr,note\n2024-01,13.5,\n';
    const front = "#---\n# retention: 1\n# delimiter: ';'\n# decimal: ','\n#---\n";
    const theirs = `${front}period;start_mrr;note\n2024-01;13,50;\n`;
    const respelled = { text: theirs.replace('13,50', '13,500'), conflicts: [] };
    expect(merged(base, base.replace('13.5', '13.500'), theirs)).toEqual(respelled);
    expect(merged(base, theirs, base.replace('13.5', '13.500'))).toEqual({ text: theirs, conflicts: [] });
    const noted = { text: theirs.replace('50;', '50;x'), conflicts: [] };
    expect(merged(base, base.replace('13.5,', '13.5,x'), theirs)).toEqual(noted);
    expect(merged(theirs, base, theirs.replace('50;', '50;x'))).toEqual({
      text: base.replace('13.5,', '13.5,x'),
      conflicts: [],
    });
  });

  it('refuses two new delimiters, and a text that would become a number', () => {
    const tab = '#---\n# retention: 1\n# delimiter: tab\n#---\nperiod\tnote\n2024\t\n';
    expect(mergeDocuments('period,note\n2024,\n', semicolon, tab)).toMatchObject({
      kind: 'refused',
      code: 'dialect',
    });
    expect(mergeDocuments(comma, semicolon, comma.replace('2025,1,2,', '2025,1,"1,234",'))).toMatchObject({
      kind: 'refused',
      code: 'dialect',
    });
  });

  it('merges files of different line endings into those that were chosen last, or ours', () => {
    const [base, edited] = ['period,a\n2024,1\n2025,1\n', 'period,a\n2024,2\n2025,1\n'];
    const crlf = base.replaceAll('\n', '\r\n');
    expect(merged(base, edited, crlf).text).toBe(edited.replaceAll('\n', '\r\n'));
    expect(merged(base, crlf, edited).text).toBe(edited.replaceAll('\n', '\r\n'));
    expect(merged(crlf, edited, crlf.replace('2025,1', '2025,3')).text).toBe('period,a\n2024,2\n2025,3\n');
  });

  it('takes a byte order mark or a final newline away where one side did', () => {
    expect(merged('\ufeffperiod,a\n2024,1\n', 'period,a\n2024,1\n', '\ufeffperiod,a\n2024,2\n').text).toBe(
      'period,a\n2024,2\n',
    );
    expect(merged('period,a\n2024,1\n', 'period,a\n2024,1', 'period,a\n2024,2\n').text).toBe(
      'period,a\n2024,2',
    );
    expect(merged('period,a\n2024,1', 'period,a\n2024,1\n2025,1', 'period,a\n2024,2').text).toBe(
      'period,a\n2024,2\n2025,1',
    );
  });

  it('does so with a merge of lines as well', () => {
    expect(mergeAsLines('a\nb\nc\n', 'a\nb\nc', 'A\nb\nc\n').text).toBe('A\nb\nc');
    expect(mergeAsLines('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nc').text).toBe('A\nb\nc');
    expect(mergeAsLines('a\nb\nc', 'a\nb\nc\n', 'A\nb\nc').text).toBe('A\nb\nc\n');
  });
});
