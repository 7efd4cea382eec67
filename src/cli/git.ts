import { check } from './check';
import { diff } from './diff';
import type { Commands } from './dispatch';
import { merge } from './merge';
import { textconv } from './textconv';

/** The commands for git. The extension brings them along without the others, which need much more code. */
export const GIT_COMMANDS = { check, diff, merge, textconv } as const satisfies Commands;

export const GIT_HELP = `Usage: git.js COMMAND [OPTIONS]

What Retention Notebook does for git: check, diff, merge and textconv. “git.js COMMAND --help” explains a command.
The command line “retention” has more; docs/ci.md of its project says how to install it.
`;
