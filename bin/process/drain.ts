import type { Server, ServerResponse } from 'node:http'

/** Counts the requests under way at a server, so that it can end without breaking one off. */
export class Drain {
  private readonly underWay = new Set<ServerResponse>()
  private isEnding = false
  private settle = () => {}

  constructor(private readonly server: Server) {}

  /** To be called for each request before it is answered. */
  note(response: ServerResponse) {
    this.underWay.add(response)
    if (this.isEnding) closeAfter(response)
    response.once('close', () => {
      this.underWay.delete(response)
      if (this.underWay.size === 0) this.settle()
    })
  }

  /** Takes no more connections, and resolves when every request under way is answered and its connection closed. */
  async end(): Promise<void> {
    this.isEnding = true
    const answered = new Promise<void>((resolve) => {
      this.settle = resolve
      if (this.underWay.size === 0) resolve()
    })
    this.server.close()
    for (const response of this.underWay) closeAfter(response)
    this.server.closeIdleConnections()
    await answered
  }
}

/** A kept connection would bring the next request to a process that is about to be gone. */
function closeAfter(response: ServerResponse) {
  response.shouldKeepAlive = false
  if (!response.headersSent) response.setHeader('Connection', 'close')
}
