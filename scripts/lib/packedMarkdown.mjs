import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** A link or a picture whose target is a file of the project. */
const RELATIVE = /(!?)\[([^\]]*)\]\((?!\w+:|#)([^)]+)\)/g;

/**
 * A page of the project as the VSIX holds it. VS Code shows it away from all files, and as long as the project has no
 * address, no link of the page can lead to them: each becomes text, and the pictures come along in the page.
 *
 * @param {string} text Markdown
 * @returns {string}
 * @example
 * packedMarkdown('See [docs/git.md](docs/git.md).') // 'See docs/git.md.'
 */
export function packedMarkdown(text) {
  return text.replace(
    RELATIVE,
    (
      /** @type {string} */ _,
      /** @type {string} */ picture,
      /** @type {string} */ title,
      /** @type {string} */ path,
    ) =>
      picture === ''
        ? title
        : `![${title}](data:image/png;base64,${readFileSync(join(root, path), 'base64')})`,
  );
}
