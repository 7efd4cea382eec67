import { dispatch } from './dispatch';
import { GIT_COMMANDS, GIT_HELP } from './git';
import { nodeIo } from './node';

process.exitCode = await dispatch(
  { commands: GIT_COMMANDS, help: GIT_HELP },
  process.argv.slice(2),
  nodeIo(),
);
