import type { Runtime } from './runtime'

/**
 * Next builds instrumentation and routes as separate module graphs, and the server that listens is a third; what
 * they share lives here (architecture.md "Next"). Its only import is a type, so that reading it loads nothing.
 */
const KEY = Symbol.for('stella-inbox.runtime')
const holder = globalThis as { [KEY]?: Runtime }

export const shared = {
  get runtime(): Runtime | undefined {
    return holder[KEY]
  },
  set runtime(runtime: Runtime | undefined) {
    holder[KEY] = runtime
  },
}
