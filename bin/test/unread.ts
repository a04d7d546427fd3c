import type { EventEmitter } from 'node:events'

/**
 * Ends a process that nobody reads any more, as when its launcher was killed: every line it writes is an error then, whose
 * report is a line again, for ever. It would also keep its port from the next start.
 */
export function endWhenUnread(streams: EventEmitter[], end: () => void) {
  let isOver = false
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (isOver) return
      if (error.code !== 'EPIPE') throw error
      isOver = true
      end()
    })
}
