/** What a process of the inbox does: answers people and deliveries, works behind them, or both. */
export type Role = 'web' | 'worker' | 'all'

/** Which process this is: the launcher (bin/launcher) says so in the environment; without a launcher one does everything. */
export interface Place {
  role: Role
  /** Of the webs of this machine, from 1; a worker is the only one. */
  place: number
  /** How many webs this machine has, which share its connections. */
  webs: number
}

const ROLES: readonly string[] = ['web', 'worker', 'all'] satisfies Role[]

/** Reads INBOX_ROLE, INBOX_PLACE and INBOX_WEBS. Throws in words for a role that there is not. */
export function readPlace(env: Record<string, string | undefined> = process.env): Place {
  const { INBOX_ROLE = 'all', INBOX_PLACE = '1', INBOX_WEBS = '1' } = env
  if (!ROLES.includes(INBOX_ROLE)) throw new Error(`INBOX_ROLE must be one of ${ROLES.join(', ')}.`)
  return { role: INBOX_ROLE as Role, place: Number(INBOX_PLACE), webs: Number(INBOX_WEBS) }
}

/** `web 1`, `worker`: how a process is called in logs, figures and on the page Health. */
export function nameOfPlace({ role, place }: Place): string {
  return role === 'web' ? `web ${place}` : role
}

/** What processes of one launcher tell each other. The launcher hands `appended` on to the worker. */
export type ProcessMessage =
  /** This process does its work from now on. */
  | { inbox: 'ready' }
  /** Events wait for the fold. */
  | { inbox: 'appended' }
  /** Whether a worker of this machine hears of them. */
  | { inbox: 'worker'; up: boolean }

/** What another process said, if it is one of ours: Node and Next send messages of their own. */
export function toProcessMessage(message: unknown): ProcessMessage | undefined {
  return typeof message === 'object' && message !== null && 'inbox' in message
    ? (message as ProcessMessage)
    : undefined
}

/** Tells the launcher; where there is none, or it is gone, nobody hears it. */
export function tellLauncher(message: ProcessMessage): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {})
}

/** Ends a process at once in a way that its launcher understands: to start it again is of no use. */
export const UNUSABLE_EXIT = 78
