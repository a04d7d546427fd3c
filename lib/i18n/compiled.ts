import compile from 'icu-minify/compile'
import type format from 'icu-minify/format'

/*
 * Messages as the browser gets them: parsed here, once, so that a page brings neither the parser nor the time it takes.
 */

/** A message of ICU MessageFormat, parsed. */
export type CompiledMessage = Parameters<typeof format>[0]

/** Some rooms of a catalogue, parsed: what a page was given. */
export interface LoadedMessages {
  readonly [name: string]: CompiledMessage | LoadedMessages
}

/** Parses each message of a part of a catalogue. Throws where one is no ICU message. */
export function compileMessages(messages: object): LoadedMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([name, value]) => [
      name,
      typeof value === 'string' ? toPlain(compile(value)) : compileMessages(value),
    ]),
  )
}

/** The compiler's choices have no prototype, and such objects can't be handed to the browser with a page. */
function toPlain(message: CompiledMessage): CompiledMessage {
  return JSON.parse(JSON.stringify(message)) as CompiledMessage
}
