import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerHeaders, sealAnswer } from '../guard/answer-headers'

/** What Node's parser gives up on, by its code; everything else is 400. */
const STATUS_OF: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

/**
 * Answers what never becomes a request: bytes that are no HTTP, CONNECT, which asks for a tunnel, and what it can't expect of us. They would end in
 * silence, or in a bare line without the headers that every answer carries.
 */
export function answerSockets(server: Server, isHttps: boolean): void {
  server.on('connect', (_request: IncomingMessage, socket: Duplex) =>
    endWith(socket, 405, 'not_allowed', 'There is no proxy here.', isHttps),
  )
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    sealAnswer(request, response, isHttps)
    response.writeHead(417, { 'Cache-Control': 'no-store' }).end()
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) socket.destroy()
    else {
      const status = STATUS_OF[error.code ?? ''] ?? 400
      endWith(socket, status, 'invalid', 'The request could not be read.', isHttps)
    }
  })
}

/** Half an answer is on its way: a second one would be taken for a part of it. */
function isAnswering(socket: Duplex & { _httpMessage?: { headersSent: boolean } | null }) {
  return socket._httpMessage?.headersSent === true
}

function endWith(socket: Duplex, status: number, code: string, message: string, isHttps: boolean) {
  const body = JSON.stringify({ error: { code, message } })
  const headers = {
    ...answerHeaders('', isHttps),
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...(status === 405 && { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.on('error', () => socket.destroy())
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}
