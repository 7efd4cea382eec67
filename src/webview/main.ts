import './grid/grid.css';
import './page/page.css';
import { NotebookPage } from './page/page';
import { Timing } from './page/timing';
import type { VSCodeApi } from './sync';

declare function acquireVsCodeApi(): VSCodeApi;

const timing = new Timing();
timing.started();
const root = document.getElementById('notebook') ?? document.body;
new NotebookPage(root, acquireVsCodeApi(), timing).connect();
