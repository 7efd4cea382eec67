/** Pieces that several parts of the page are drawn with. */
export { checklist } from './checklist';
export { commitDrafts, draftField } from './draftField';
export { commitField, field } from './field';
export { fieldControl } from './fieldControl';
export { icon, severityIcon } from './icons';
export type { MenuItem } from './menuButton';
export { menuButton } from './menuButton';
export type { LineKeys } from './moveAlong';
export { moveAlong, placeByKey } from './moveAlong';
export { MARGIN, placeInWindow } from './placeMenu';
export { scrollHint } from './scrollHint';
export { tableHead } from './tableHead';
export { textInput } from './textInput';
export { selectControl } from './selectControl';
export { whenOpen } from './whenOpen';
