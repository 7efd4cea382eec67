/** What a page made of a file may do: be read. Nothing of it is loaded, run or sent, whatever the file holds. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
