/** One call that the product made, for assertions. The token shows its last four characters only. */
interface LoggedRequest {
  seq: number
  at: number
  method: string
  path: string
  query: Record<string, string>
  /** Under which name the token came in the query. */
  tokenParam?: string
  token: string | null
  body: unknown
  /** 0: the call was never answered. */
  status: number
}

export interface RequestLog {
  add(request: Omit<LoggedRequest, 'seq'>): void
  since(seq: number): LoggedRequest[]
}

const KEPT_MAX = 5_000

export function createRequestLog(): RequestLog {
  const kept: LoggedRequest[] = []
  let seq = 0
  return {
    add(request) {
      seq += 1
      kept.push({ seq, ...request })
      if (kept.length > KEPT_MAX) kept.shift()
    },
    since: (after) => kept.filter((request) => request.seq > after),
  }
}

export function redact(token: string | undefined): string | null {
  return token === undefined ? null : `…${token.slice(-4)}`
}
