import { createServer } from 'node:net'

const PORT_TRIES = 50

/** The first free port on this machine from `preferred` upwards; any free one when nothing is preferred. */
export async function findPort(preferred = 0): Promise<number> {
  for (let port = preferred; port < preferred + PORT_TRIES; port += 1) {
    const found = await tryPort(port)
    if (found !== undefined) return found
  }
  throw new Error(`No free port between ${preferred} and ${preferred + PORT_TRIES - 1}.`)
}

/** Listening is the only proof. 0 asks the system for a free one. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
