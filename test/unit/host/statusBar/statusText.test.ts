import { describe, expect, it } from 'vitest';
import { LiveNotebook, dayOf, english } from '../../../../src/core';
import { statusText } from '../../../../src/host/statusBar/statusText';

function status(rows: string, goal = '# goal: 85%\n') {
  const text = `#---\n# retention: 1\n${goal}#---\nperiod,start,new,lost,end\n${rows}`;
  const summary = LiveNotebook.open(text, { today: dayOf(2024, 8, 1) }).summary(null);
  return statusText(summary, 'acme.retention', 'Click', english);
}

describe('the status bar', () => {
  it('shows the last complete period', () => {
    const { text, tooltip, label } = status(
      '2024-Q1,100,15,10,105\n2024-Q2,500,50,100,450\n2024-Q3,450,,,\n',
    );
    expect(text).toBe('CRR 80.0 % · −5.0 pt');
    expect(tooltip.split('\n')).toEqual([
      'acme.retention · 2024-Q2',
      'Retention rate: 80.0 % (95 % interval 76.3 % to 83.3 %)',
      'Churn rate: 20.0 %, 100 lost',
      'Goal 85.0 %: −5.0 pt, 25 customers short',
      'Click',
    ]);
    expect(label).toBe('Retention rate 80.0 %, goal gap −5.0 percentage points');
  });

  it('says when the goal is reached', () => {
    const { text, tooltip } = status('2024-Q1,100,15,10,105\n');
    expect(text).toBe('CRR 90.0 % · +5.0 pt');
    expect(tooltip).toContain('Goal 85.0 %: +5.0 pt, reached');
  });

  it('leaves out the gap where there is no goal', () => {
    expect(status('2024-Q2,500,50,100,450\n', '').text).toBe('CRR 80.0 %');
    expect(status('2024-Q2,500,50,100,450\n', '').label).toBe('Retention rate 80.0 %');
  });

  it('gives the reason instead of a number', () => {
    for (const rows of ['', '2024-Q2,100,,,99\n', '2024-Q2,0,5,0,5\n']) {
      const { text, tooltip } = status(rows);
      expect(text).toBe('CRR –');
      expect(tooltip).toMatch(/Retention rate: – \(.{10,}\)/);
    }
  });
});
