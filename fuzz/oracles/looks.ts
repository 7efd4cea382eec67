/** How many characters of texts something looks at by their codes: work that can be counted where a clock says little. */
export function looksOf(work: () => void): number {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its text below
  const { charCodeAt } = String.prototype;
  let count = 0;
  String.prototype.charCodeAt = function (index) {
    count++;
    return charCodeAt.call(this, index);
  };
  try {
    work();
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  return count;
}
