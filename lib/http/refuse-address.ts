import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers 400 in words to an address with broken percent-encoding, for which Next has only a 500. False for all others. */
export function refuseAddress(request: IncomingMessage, response: ServerResponse): boolean {
  if (isDecodable((request.url ?? '').split('?', 1)[0] ?? '')) return false
  const message = 'This address is not well-formed.'
  response.writeHead(400, { 'Content-Type': 'application/json', Connection: 'close' })
  response.end(JSON.stringify({ error: { code: 'invalid', message } }))
  return true
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
