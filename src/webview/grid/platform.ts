/**
 * Whether the page is on a Mac, or on an iPad or iPhone with a keyboard: there Cmd takes the part of Ctrl.
 *
 * @example
 * isMac('Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)'); // true
 */
export function isMac(userAgent: string = navigator.userAgent): boolean {
  return /Macintosh|iPhone|iPad/.test(userAgent);
}
