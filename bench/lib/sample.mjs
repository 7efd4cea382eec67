/**
 * A made-up file of the size people call large, the same at every call: twelve columns, one period a day for each
 * segment, balanced and continuous.
 *
 * @param {number} rowCount
 * @param {number} segments
 * @returns {string}
 */
export function sampleFile(rowCount, segments = 20) {
  const lines = [
    '#---',
    '# retention: 1',
    "# title: 'Made-up daily figures'",
    '# goal: 97%',
    '# granularity: day',
    '#---',
    'period,segment,start,new,lost,end,reactivated,start_mrr,churned_mrr,goal,note,owner',
  ];
  /** @type {number[]} */
  const customers = Array.from({ length: segments }, (_, segment) => 500 + 37 * segment);
  const firstDay = Date.UTC(2010, 0, 1);
  let seed = 12345;
  const next = (/** @type {number} */ below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let row = 0; row < rowCount; row++) {
    const segment = row % segments;
    const day = new Date(firstDay + Math.floor(row / segments) * 86_400_000).toISOString().slice(0, 10);
    const start = customers[segment] ?? 0;
    const joined = next(25);
    const lost = Math.min(start, next(start > 900 ? 60 : 20));
    const wonBack = next(4);
    const end = start + joined + wonBack - lost;
    customers[segment] = end;
    const money = `${start * 29}.50`;
    const note = row % 50 === 0 ? `"Price change, announced ${day}"` : '';
    lines.push(
      `${day},S${segment + 1},${start},${joined},${lost},${end},${wonBack},${money},${lost * 29},,${note},team-${segment % 5}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
