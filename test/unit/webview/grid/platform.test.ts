import { describe, expect, it } from 'vitest';
import { isMac } from '../../../../src/webview/grid/platform';

describe('the platform', () => {
  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', true],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)', true],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', true],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', false],
    ['Mozilla/5.0 (X11; Linux x86_64)', false],
  ])('%s has the keys of a Mac: %s', (userAgent, expected) => {
    expect(isMac(userAgent)).toBe(expected);
  });
});
