import { toErrorText } from '@/lib/errors'
import { makeProgram } from './cli/inbox-program'

/** The command line. Errors go to stderr as sentences, with exit code 1. */
makeProgram()
  .parseAsync()
  .catch((error: unknown) => {
    console.error(toErrorText(error))
    process.exitCode = 1
  })
