import net from 'node:net'

/** The part of the driver's options that says where to connect. */
interface Where {
  host: string[]
  port: number[]
  /** A Unix socket. */
  path?: string | false
}

/**
 * Sockets for postgres.js, which leaves Nagle's algorithm on: a statement that follows another then waits 40 ms for
 * Postgres to acknowledge the first (postgres 3.4.9, `connect` in connection.js). The driver attaches its listeners
 * to the socket while it connects, so failures reach it as they always do. Several hosts are tried in turn.
 */
export function socketOpener(): (where: Where) => net.Socket {
  let tries = 0
  return ({ host, port, path }) => {
    const socket = new net.Socket()
    socket.setNoDelay(true)
    if (path) return socket.connect(path)
    const index = tries++ % host.length
    const target = { host: host[index] ?? 'localhost', port: port[index] ?? 5432 }
    // The driver names the server in TLS by `host`.
    return Object.assign(socket.connect(target), target)
  }
}
