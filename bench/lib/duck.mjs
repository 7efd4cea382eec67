/** @typedef {import('./core.mjs').Figures} Figures */
/** @typedef {import('./peers.mjs').DuckConnection} DuckConnection */

/** The same three figures of each row, in the order of the file, which DuckDB keeps. */
const sql = (/** @type {string} */ path) => `
  SELECT kept / nullif("start", 0) AS crr,
         1 - kept / nullif("start", 0) AS churn,
         100 * (kept / nullif("start", 0) - coalesce(goal, 0.97)) AS gap
  FROM (
    SELECT "start", ("end" - "new" - coalesce(reactivated, 0))::DOUBLE AS kept, goal::DOUBLE AS goal
    FROM read_csv('${path.replaceAll("'", "''")}', comment = '#', header = true)
  )`;

/**
 * Has DuckDB read a file and calculate. Its results stay in DuckDB's own memory.
 * @param {DuckConnection} connection
 * @param {string} path
 */
export function duckResults(connection, path) {
  return connection.runAndReadAll(sql(path));
}

/**
 * The same as numbers of ours.
 * @param {DuckConnection} connection
 * @param {string} path
 * @returns {Promise<Figures>}
 */
export async function duckFigures(connection, path) {
  const columns = (await duckResults(connection, path)).getColumnsJS();
  const [crr, churn, gap] = columns.map((column) =>
    Float64Array.from(column, (value) => (typeof value === 'number' ? value : Number.NaN)),
  );
  if (crr === undefined || churn === undefined || gap === undefined)
    throw new Error('DuckDB left out a column.');
  return { crr, churn, gap };
}

/**
 * Makes sure that two programs calculate the same before their times are compared.
 * @param {Figures} ours
 * @param {Figures} theirs
 * @throws {Error} that names the first row they do not agree about
 */
export function assertSame(ours, theirs) {
  for (const name of /** @type {const} */ (['crr', 'churn', 'gap'])) {
    const [a, b] = [ours[name], theirs[name]];
    if (a.length !== b.length) throw new Error(`${a.length} rows here, ${b.length} there.`);
    for (let index = 0; index < a.length; index++) {
      const [mine = 0, other = 0] = [a[index], b[index]];
      // Both as exact as doubles are, and NaN only where the other has none either.
      const isSame = Number.isNaN(mine) ? Number.isNaN(other) : Math.abs(mine - other) <= 1e-9;
      if (!isSame) throw new Error(`Row ${index}: ${name} is ${mine} here and ${other} there.`);
    }
  }
}
