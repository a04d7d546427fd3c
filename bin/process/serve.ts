import http from 'node:http'
import next from 'next'
import { readSettings } from '@/lib/env'
import { guardBody, isTooLarge } from '@/lib/http/body/body-guard'
import { explainRefusals } from '@/lib/http/explain-refusal'
import { sealAnswer } from '@/lib/http/guard/answer-headers'
import { forwardingNotice, nameClient } from '@/lib/http/guard/client-address'
import { refuseRequest, straighten } from '@/lib/http/guard/refuse-request'
import { answerStream } from '@/lib/http/stream/answer-stream'
import { answerSockets } from '@/lib/http/webhook/answer-socket'
import { answerWebhook } from '@/lib/http/webhook/webhook-path'
import { logger } from '@/lib/logger'
import { ownBuild } from '@/lib/own-build'
import { tellLauncher, UNUSABLE_EXIT } from '@/lib/roles/place'
import { shared } from '@/lib/shared-runtime'
import { endWhenUnread } from '../test/unread'
import { KEEP_ALIVE_MS } from './build'
import { Drain } from './drain'

/**
 * The app behind the edge of the workspace: odd requests refused, every answer's headers, and the webhook path answered
 * before Next. It serves the build, or in development the sources with hot reload: what is answered is the same. lib/boot.ts,
 * which Next runs while it prepares, ends the process on a signal. Arguments: port, and the address to listen on (all of them
 * when it is missing).
 */
const [port = '3000', hostname] = process.argv.slice(2)
const dev = process.env.NODE_ENV === 'development'
endWhenUnread([process.stdout, process.stderr], () => process.kill(process.pid, 'SIGTERM'))
const { PUBLIC_URL, TRUSTED_PROXY_HOPS } = readSettings()
const isHttps = PUBLIC_URL?.startsWith('https:') ?? false
const server = http.createServer(answer)
const drain = new Drain(server)
shared.drain = () => drain.end()
const app = next({
  dev,
  dir: process.cwd(),
  port: Number(port),
  hostname,
  // Next hangs its handler of upgrades onto this one. In development the browser hears of changes by it; else nobody can
  // ask it, because it would leave such requests unanswered.
  httpServer: dev ? server : http.createServer(),
})
const handle = app.getRequestHandler()

await app.prepare()
const noticeForwarding = forwardingNotice(TRUSTED_PROXY_HOPS, (text) => logger.warn(text))
// Whoever asks before they send a large body is told at once.
server.on('checkContinue', (request, response) => {
  if (!isTooLarge(request)) response.writeContinue()
  answer(request, response)
})
answerSockets(server, isHttps)
// Longer than the minute for which proxies keep a connection to us, so that none is closed just as it is used.
server.keepAliveTimeout = KEEP_ALIVE_MS
server.headersTimeout = KEEP_ALIVE_MS + 5_000
server.once('error', (error) => {
  console.error(`The inbox can’t listen on port ${port}: ${error.message}.`)
  process.exit(UNUSABLE_EXIT)
})
// In a cluster the launcher opens the port, once for all webs of this machine.
server.listen(Number(port), hostname, () => {
  console.log(`The inbox listens on ${hostname ?? 'all addresses'}, port ${port}.`)
  tellLauncher({ inbox: 'ready' })
})

function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  drain.note(response)
  straighten(request)
  sealAnswer(request, response, isHttps, ownBuild())
  if (dev && isOfNext(request.url)) return void handle(request, response)
  guardBody(request, response, () => {
    if (refuseRequest(request, response) || answerWebhook(request, response)) return
    if (!answerStream(request, response, () => answerByNext(request, response)))
      answerByNext(request, response)
  })
}

function answerByNext(request: http.IncomingMessage, response: http.ServerResponse) {
  noticeForwarding(request)
  nameClient(request, TRUSTED_PROXY_HOPS)
  explainRefusals(request, response)
  void handle(request, response)
}

/** What the page of Next's own tools asks in development: no address of ours, so no limit of ours knows it. */
function isOfNext(url = '') {
  return /^\/(?:_next\/|__nextjs)/.test(url)
}
