export { formatEdits } from './format';
