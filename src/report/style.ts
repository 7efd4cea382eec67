/** The look of the HTML report: paper, on screen too, because the pictures are drawn for paper. */
export const STYLE = `:root { color-scheme: light; }
body {
  margin: 0 auto; padding: 2rem 1.25rem; max-width: 46rem; background: #fff; color: #1f2328;
  font: .9375rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, sans-serif;
}
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
.subtitle, .small, .remark, small, footer { color: #59636e; }
.small, .remark, small, footer { font-size: .85rem; }
.lead { font-size: 1.15rem; }
.figures { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
.figures div { box-sizing: border-box; flex: 1 1 7rem; padding: .6rem .75rem; border: 1px solid #d1d9e0; border-radius: 6px; }
dt { font-size: .85rem; color: #59636e; }
dd { margin: 0; }
.value { font-size: 1.45rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.good { color: #1a7f37; }
.bad { color: #b02a25; }
figure { margin: .75rem 0; }
figcaption { font-size: .85rem; color: #59636e; }
svg { display: block; width: 100%; height: auto; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
.tasks { padding: 0; list-style: none; }
.tasks li { display: flex; gap: .75rem; align-items: baseline; padding: .35rem 0; border-top: 1px solid #d1d9e0; overflow-wrap: anywhere; }
.status {
  flex: none; min-width: 4.5rem; padding: 0 .4rem; border: 1px solid #59636e;
  border-radius: 999px; font-size: .8rem; text-align: center;
}
.done { color: #59636e; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .4rem; border-bottom: 1px solid #d1d9e0; text-align: left; font-weight: normal; overflow-wrap: anywhere; }
thead th { font-weight: 600; border-bottom-color: #59636e; }
th.number, td.number { text-align: right; white-space: nowrap; }
footer { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid #d1d9e0; }
article + article { margin-top: 4rem; }
@page { margin: 16mm 14mm; }
@media print {
  :root { font-size: 10.5pt; }
  body { padding: 0; max-width: none; line-height: 1.4; }
  .scroll { overflow: visible; }
  figure svg { width: 85%; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { margin-top: 1.1rem; break-after: avoid; }
  figure, .figures, tr, li { break-inside: avoid; }
  article + article { margin-top: 0; break-before: page; }
}
`;
