import { runInbox } from './cli/run-inbox'

/** The command line. */
await runInbox(process.argv.slice(2))
