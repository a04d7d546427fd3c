import http from 'node:http'
import next from 'next'
import { readSettings } from '@/lib/env'
import { guardBody, isTooLarge } from '@/lib/http/body-guard'
import { forwardingNotice, nameClient } from '@/lib/http/client-address'
import { explainRefusals } from '@/lib/http/explain-refusal'
import { refuseAddress } from '@/lib/http/refuse-address'
import { answerWebhook } from '@/lib/http/webhook-path'
import { logger } from '@/lib/logger'
import { KEEP_ALIVE_MS } from './build'
import { endWhenUnread } from './unread'

/**
 * The built app with its webhook path answered before Next. lib/boot.ts, which Next runs while it prepares, ends the
 * process on a signal. Arguments: port, and the address to listen on (all of them when it is missing).
 */
const [port = '3000', hostname] = process.argv.slice(2)
endWhenUnread([process.stdout, process.stderr], () => process.kill(process.pid, 'SIGTERM'))
const app = next({ dev: false, dir: process.cwd(), port: Number(port), hostname })
const handle = app.getRequestHandler()

await app.prepare()
const { TRUSTED_PROXY_HOPS } = readSettings()
const noticeForwarding = forwardingNotice(TRUSTED_PROXY_HOPS, (text) => logger.warn(text))
const server = http.createServer(answer)
// Whoever asks before they send a large body is told at once.
server.on('checkContinue', (request, response) => {
  if (!isTooLarge(request)) response.writeContinue()
  answer(request, response)
})
// Longer than the minute for which proxies keep a connection to us, so that none is closed just as it is used.
server.keepAliveTimeout = KEEP_ALIVE_MS
server.headersTimeout = KEEP_ALIVE_MS + 5_000
server.listen(Number(port), hostname, () => {
  console.log(`The inbox listens on port ${port}.`)
})

function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  if (refuseAddress(request, response)) return
  guardBody(request, response, () => {
    if (answerWebhook(request, response)) return
    noticeForwarding(request)
    nameClient(request, TRUSTED_PROXY_HOPS)
    explainRefusals(request, response)
    void handle(request, response)
  })
}
