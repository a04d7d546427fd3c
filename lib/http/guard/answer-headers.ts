import type { IncomingMessage, ServerResponse } from 'node:http'
import { BUILD_HEADER } from '@/lib/paths'

/** A year, for every name under ours: browsers ask for nothing but https from then on. */
const HSTS = 'max-age=31536000; includeSubDomains'

/** Data and files are no page: whatever a browser takes them for, nothing in them loads or runs. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A worker lives by the policy of its own script: the one that draws PDFs may load its parts, from us alone. */
const SCRIPT_FILE =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

const EVERY_ANSWER = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
}

/**
 * What an answer to this address carries unless it says otherwise itself, as pages and files do. `build`, that of this process,
 * goes with every answer of the API, so that a page of another one hears of it.
 */
export function answerHeaders(
  address: string,
  isHttps: boolean,
  build?: string,
): Record<string, string> {
  const path = address.split('?', 1)[0] ?? ''
  return {
    ...EVERY_ANSWER,
    ...(isHttps && { 'Strict-Transport-Security': HSTS }),
    'Content-Security-Policy': path.startsWith('/_next/static/') ? SCRIPT_FILE : NO_PAGE,
    // Of the API and the figures: what is private stays in no cache, whoever forgot to say so.
    ...(/^\/(?:api(?:\/|$)|metrics$)/.test(path) && { 'Cache-Control': 'no-store' }),
    ...(build !== undefined && path.startsWith('/api/') && { [BUILD_HEADER]: build }),
  }
}

/**
 * Gives every answer of the server its headers, at the moment when it is sent: of whatever route, file, refusal or
 * failure. Call it first.
 */
export function sealAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  isHttps: boolean,
  build?: string,
): void {
  const headers = answerHeaders(request.url ?? '', isHttps, build)
  const { writeHead } = response
  Object.defineProperty(response, 'writeHead', {
    configurable: true,
    writable: true,
    value(...given: unknown[]) {
      for (const [name, value] of Object.entries(headers))
        if (!response.hasHeader(name)) response.setHeader(name, value)
      return Reflect.apply(writeHead, response, given)
    },
  })
}
