import type { CompiledMessage, LoadedMessages } from './compiled'

/** The message of a key such as `reply.blocked.bot`; undefined where there is none. */
export function messageAt(messages: LoadedMessages, key: string): CompiledMessage | undefined {
  let found: LoadedMessages[string] | undefined = messages
  for (const name of key.split('.')) {
    if (typeof found !== 'object' || Array.isArray(found)) return undefined
    found = (found as LoadedMessages)[name]
  }
  return typeof found === 'string' || Array.isArray(found) ? found : undefined
}
