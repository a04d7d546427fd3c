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
      // The compiler makes objects without a prototype, which React hands to no page; a clone is a plain one.
      typeof value === 'string' ? structuredClone(compile(value)) : compileMessages(value),
    ]),
  )
}
