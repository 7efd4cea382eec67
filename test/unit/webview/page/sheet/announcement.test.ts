import { describe, expect, it } from 'vitest';
import { LiveNotebook } from '../../../../../src/core';
import { announcement } from '../../../../../src/webview/page/sheet/announcement';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';

function said(text: string): string {
  const notebook = LiveNotebook.open(text, { today: 20_000 });
  return announcement(notebook.row(0), notebook.problemsOfRow(0), numberDisplay(['en']));
}

const goal = '#---\n# retention: 1\n# goal: 85%\n#---\n';

describe('what is announced after an edit', () => {
  it('is the result, the gap and the customers', () => {
    expect(said(`${goal}period,start,new,lost,end\n2024-Q2,500,50,100,450\n`)).toBe(
      'CRR 80.0\u202f%, gap \u22125.0 points, 25 customers short',
    );
    expect(said(`${goal}period,start,new,lost,end\n2024-Q1,100,15,10,105\n`)).toBe(
      'CRR 90.0\u202f%, gap +5.0 points, goal reached',
    );
  });

  it('is the rate alone without a goal', () => {
    expect(said('period,start,new,lost,end\n2024-Q1,100,15,10,105\n')).toBe('CRR 90.0\u202f%');
  });

  it('is the reason where there is no rate', () => {
    expect(said('period,start,end\n2024-Q1,100,99\n')).toMatch(/^No CRR: \w/);
  });

  it('tells of problems in the row', () => {
    expect(said('period,start,new,lost,end\n2024-Q1,100,15,10,106\n')).toMatch(/, 1 problem in this row$/);
  });
});
