import './grid/grid.css';
import './page/page.css';
import { NotebookPage, Timing } from './page';
import type { VSCodeApi } from './sync';

declare function acquireVsCodeApi(): VSCodeApi;

const timing = new Timing();
timing.started();
const root = document.getElementById('notebook') ?? document.body;
new NotebookPage(root, acquireVsCodeApi(), timing).connect();
