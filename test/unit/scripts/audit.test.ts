import { describe, expect, it } from 'vitest';
import { auditedProject, verdict } from '../../../scripts/audit.mjs';

const names = ['lit', 'marked'];
/** What npm prints, shortened. */
const answer = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });
const vulnerable = (severity: string) => ({
  marked: {
    name: 'marked',
    severity,
    via: [{ title: 'Slow regular expression', url: 'https://example.com/1' }, 'lit'],
  },
});

describe('the audit of what ships', () => {
  it('passes when npm knows nothing bad', () => {
    const { failed, message } = verdict(answer({}), names);
    expect([failed, message]).toEqual([
      false,
      '2 packages that ship (lit, marked): 0 with known vulnerabilities, 0 high or critical.',
    ]);
  });

  it.each([
    ['low', false],
    ['moderate', false],
    ['high', true],
    ['critical', true],
  ])('of a vulnerability that is %s: fails is %s, and says what and where', (severity, fails) => {
    const { failed, message } = verdict(answer(vulnerable(severity)), names);
    expect(failed).toBe(fails);
    expect(message).toContain(
      `marked: ${severity}. Slow regular expression https://example.com/1 By way of lit.`,
    );
  });

  it.each([
    ['', 'nothing'],
    ['<html>', 'no JSON'],
    ['null', 'null'],
    ['{"message":"request failed","error":{"summary":"","detail":""}}', 'an error'],
  ])('passes and says so plainly when npm was given %j', (text) => {
    const { failed, message } = verdict(text, names);
    expect(failed).toBe(false);
    expect(message).toContain('could not be asked');
  });

  it('asks about the bundled packages in their locked versions, and no other', () => {
    const lock = {
      packages: { '': {}, 'node_modules/lit': { version: '3.0.0' }, 'node_modules/x': { version: '1.0.0' } },
    };
    const project = auditedProject(['lit'], lock);
    expect(project.manifest.dependencies).toEqual({ lit: '3.0.0' });
    expect(Object.keys(project.lock.packages)).toEqual(['', 'node_modules/lit']);
    expect(() => auditedProject(['gone'], lock)).toThrow('gone is bundled, but not in package-lock.json.');
  });
});
