import type { Platform } from '@/lib/domain/channel/channel'

const TIMEOUT_MS = 30_000

export interface SimulatedChannel {
  platform: Platform
  name: string
  externalId: string
  secret: string
  webhookUrl: string
}

/** What a launcher asks of the simulator at `url`. Throws with the simulator's own reason when it says no. */
export function simulatorControl(url: string) {
  const call = (method: string, path: string, body?: object) =>
    callSimulator(`${url}/control${path}`, method, body)
  return {
    putChannel: (stellaId: string, channel: SimulatedChannel) =>
      call('PUT', `/channels/${stellaId}`, channel),
    putToken: (token: string) => call('POST', '/tokens', { token }),
    /** `history` first plays the morning that has already happened. */
    startDay: (options: { history: boolean }) => call('POST', '/day/start', options),
    stopDay: () => call('POST', '/day/stop'),
    /** A member writes, or sends a file. */
    say: (line: object) => call('POST', '/say', line),
    /** The next replies to a member meet this fault. */
    fail: (fault: object) => call('POST', '/faults', fault),
  }
}

async function callSimulator(url: string, method: string, body: object = {}) {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The simulator answered ${response.status}: ${text}`)
}
