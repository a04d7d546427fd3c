import http from 'node:http'
import postgres from 'postgres'
import { machineNow } from './machine-clock'

/**
 * The readers of the stream bench, in a process of their own: many browsers' ends of `GET /api/stream`, and the bare
 * LISTEN that is their floor. For each text of the bench that it sees it notes by the clock of the machine when each
 * reader had it first. Environment: STREAM_URL, COOKIE, STREAMS, DATABASE_URL, FLOOR_CHANNEL. Over the port that it prints:
 * `/take` gives what was seen and forgets it.
 */
const { STREAM_URL = '', COOKIE = '', STREAMS = '0', DATABASE_URL, FLOOR_CHANNEL } = process.env
const MARK = /bench-\w+ \d+/g

let seen = new Map<string, number[]>()
let bytes = 0
let frames = 0
let open = 0
let lost = 0

function note(mark: string, at: number) {
  const times = seen.get(mark)
  if (times) times.push(at)
  else seen.set(mark, [at])
}

function follow() {
  const known = new Set<string>()
  let rest = ''
  const request = http.get(
    STREAM_URL,
    { headers: { cookie: COOKIE }, agent: false },
    (response) => {
      if (response.statusCode !== 200)
        throw new Error(`A stream was answered ${response.statusCode}.`)
      open += 1
      response.setEncoding('latin1')
      response.on('data', (chunk: string) => {
        const at = machineNow()
        bytes += chunk.length
        const text = rest + chunk
        const end = text.lastIndexOf('\n\n')
        rest = text.slice(end + 2)
        if (end < 0) return
        const whole = text.slice(0, end)
        frames += whole.split('\n\n').length
        for (const [mark] of whole.matchAll(MARK)) {
          if (known.has(mark)) continue
          known.add(mark)
          note(mark, at)
        }
      })
      response.on('close', () => (lost += 1))
    },
  )
  request.on('error', () => (lost += 1))
}

if (DATABASE_URL && FLOOR_CHANNEL)
  await postgres(DATABASE_URL, { max: 1 }).listen(FLOOR_CHANNEL, (mark) => note(mark, machineNow()))
for (let stream = 0; stream < Number(STREAMS); stream += 1) follow()

const server = http.createServer((_request, response) => {
  response.end(JSON.stringify({ seen: [...seen], bytes, frames, open, lost }))
  seen = new Map()
  bytes = 0
  frames = 0
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`port ${typeof address === 'object' ? address?.port : ''}`)
})
