import { CommanderError } from 'commander'
import { toErrorText } from '@/lib/errors'
import { makeProgram } from './inbox-program'

/** Runs one command. Errors go to stderr as sentences, with exit code 1. */
export async function runInbox(args: string[]): Promise<void> {
  try {
    await makeProgram().parseAsync(args, { from: 'user' })
  } catch (error) {
    // Help, and what is wrong with the words themselves: that has been said by then.
    const said = error instanceof CommanderError ? error : undefined
    if (!said) console.error(toErrorText(error))
    process.exitCode = said?.exitCode ?? 1
  }
}
