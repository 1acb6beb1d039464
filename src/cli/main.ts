import { run } from './run';
import { createNodeTerminal } from './nodeTerminal';

/** The process itself: what `bin/appeals.js` starts. */
void run(process.argv.slice(2), createNodeTerminal()).then((status) => {
  process.exitCode = status;
});
