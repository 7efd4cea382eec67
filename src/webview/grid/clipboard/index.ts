export { copyRanges, type Copied, type CopyFormat } from './copy';
export { Clipboard } from './events';
export { readHtmlTable } from './htmlTable';
export { writable } from './pasted';
export { readClipboard, type ClipboardContent } from './read';
