import type { Silence } from '../channel/silence'
import { toSize, toSpan } from '../measures'

/** A channel that should hear from Stella, and whether it does as it usually does. */
export interface ChannelSilence {
  id: string
  name: string
  silence: Silence
}

/** What was measured. Times in ms, sizes in bytes; absent: could not be had. */
export interface HealthFigures {
  version: string
  database?: {
    answerMs: number
    sizeBytes: number
    connections: number
    connectionsMax: number
    /** Of Postgres. */
    version: string
    /** Off: a crash loses what was answered with 200. */
    fsync: boolean
  }
  pendingEvents?: number
  /** Events that neither wait nor have an outcome. The whole log is read for it, so only `doctor` asks. */
  lostEvents?: number
  /** Deliveries that were turned away today (UTC) for a wrong signature, and the channels that had them. */
  rejected?: { today: number; channels: string[] }
  /** Events that nobody could read yet. */
  quarantined?: number
  jobs?: {
    /** Due, and not begun. */
    waiting: number
    /** How long the oldest of them has been due. */
    oldestMs: number
    /** Failed at least once and tried again. */
    failing: number
    /** Failed for the last time. */
    dead: number
    /** Files that are still to be fetched. */
    media: number
    lastError?: string
  }
  /** Of this process, where it serves people. */
  stella?: { calls: number; refused: number; unreached: number; unclear: number; p95Ms: number }
  /** Browsers that listen to this process, where it serves people. */
  streams?: number
  /** Tokens and channel secrets by the secret that seals them. */
  secrets?: { total: number; current: number; old: number; unreadable: number }
  disk?: { freeBytes: number; totalBytes: number }
  channels?: ChannelSilence[]
  /** Names of channels that Stella has disconnected. */
  disconnected?: string[]
}

export type HealthState = 'good' | 'watch' | 'bad'

/** One check, as the Health page and `inbox doctor` show it: how something is, and what to do when it isn't well. */
export interface HealthLine {
  name: string
  state: HealthState
  value: string
  advice?: string
}

const GB = 1024 ** 3

/** Judges what was measured; what was not is left out. Every line that isn't good says what to do. */
export function toHealthLines(figures: HealthFigures): HealthLine[] {
  return [
    databaseLine(figures),
    connectionsLine(figures),
    channelsLine(figures),
    disconnectedLine(figures),
    foldLine(figures),
    lostLine(figures),
    rejectedLine(figures),
    quarantineLine(figures),
    ...jobLines(figures),
    stellaLine(figures),
    mediaLine(figures),
    secretsLine(figures),
    diskLine(figures),
    figures.streams !== undefined && good('Open browsers', `${figures.streams} on this process`),
    good('Version', figures.version),
  ].flatMap((line) => line || [])
}

function databaseLine({ database }: HealthFigures): HealthLine {
  const name = 'Database'
  if (!database)
    return {
      name,
      state: 'bad',
      value: 'Does not answer',
      advice: 'Start Postgres, or check DATABASE_URL. Deliveries are refused with 503 until then.',
    }
  const { version, answerMs, sizeBytes, fsync } = database
  const value = `Postgres ${version}, answers in ${answerMs} ms, holds ${toSize(sizeBytes)}`
  if (!fsync)
    return {
      name,
      state: 'bad',
      value: `${value}, fsync is off`,
      advice:
        'Turn fsync on: a crash of the machine would lose events that Stella sends only once.',
    }
  return level(name, value, answerMs, 100, 1_000, 'Look for load on the database’s disk.')
}

function connectionsLine({ database }: HealthFigures): HealthLine | undefined {
  if (!database) return undefined
  const { connections, connectionsMax } = database
  return level(
    'Database connections',
    `${connections} of ${connectionsMax}`,
    connections / connectionsMax,
    0.8,
    0.95,
    'Raise max_connections of Postgres, or run fewer processes.',
  )
}

const NAMED_MAX = 3

function channelsLine({ channels }: HealthFigures): HealthLine | undefined {
  if (!channels) return undefined
  const name = 'Channels'
  const silent = channels.flatMap(({ name, silence }) =>
    silence.state === 'silent'
      ? [`${name} has heard nothing for ${silence.hours} h (usually ${silence.usual} deliveries)`]
      : [],
  )
  if (channels.length === 0) return good(name, 'None is connected')
  if (silent.length === 0) return good(name, `${channels.length}, and none is silent`)
  const more = silent.length > NAMED_MAX ? `, and ${silent.length - NAMED_MAX} more` : ''
  const advice =
    'Look at its page under Channels: the webhook settings at Stella, the proxy before the inbox, the secret.'
  return { name, state: 'bad', value: silent.slice(0, NAMED_MAX).join('; ') + more, advice }
}

function disconnectedLine({ disconnected }: HealthFigures): HealthLine | undefined {
  if (!disconnected) return undefined
  const name = 'Channels disconnected'
  if (disconnected.length === 0) return good(name, 'None')
  const advice = 'Nothing is sent there. Add the channel once more when it is connected at Stella.'
  return { name, state: 'bad', value: nameSome(disconnected), advice }
}

function lostLine({ lostEvents }: HealthFigures): HealthLine | undefined {
  if (lostEvents === undefined) return undefined
  const value = lostEvents === 0 ? 'Every event has its place' : `${count(lostEvents)} have none`
  return level(
    'Log',
    value,
    lostEvents,
    1,
    1,
    '`npm run inbox -- rebuild --check` says what to do.',
  )
}

function foldLine({ pendingEvents }: HealthFigures): HealthLine | undefined {
  if (pendingEvents === undefined) return undefined
  const value = pendingEvents === 0 ? 'Nothing waits' : `${count(pendingEvents)} wait`
  const advice = 'Deliveries come faster than they are folded. Look for a rebuild, or a full CPU.'
  return level('Deliveries to fold', value, pendingEvents, 1_000, 20_000, advice)
}

function rejectedLine({ rejected }: HealthFigures): HealthLine | undefined {
  if (!rejected) return undefined
  const { today, channels } = rejected
  const value = today === 0 ? 'None today' : `${count(today)} today, to ${nameSome(channels)}`
  const advice =
    'A secret differs from Stella’s, or somebody else posts there: see the channel’s signature lab.'
  return level('Rejected signatures', value, today, 1, 1_000, advice)
}

function quarantineLine({ quarantined }: HealthFigures): HealthLine | undefined {
  if (quarantined === undefined) return undefined
  const value = quarantined === 0 ? 'Empty' : `${count(quarantined)} that nobody could read yet`
  const advice = 'An admin finds them under Quarantine, and replays them after an update.'
  return level('Quarantine', value, quarantined, 1, 100, advice)
}

const NAMES_MAX = 3

function nameSome(names: string[]): string {
  const more = names.length - NAMES_MAX
  const shown = names.slice(0, NAMES_MAX).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

function jobLines({ jobs }: HealthFigures): HealthLine[] {
  if (!jobs) return []
  const { waiting, oldestMs, failing, dead, lastError } = jobs
  const wait =
    waiting === 0
      ? 'None wait'
      : `${count(waiting)} due, the oldest for ${toSpan(oldestMs, 'seconds')}`
  const error = lastError ? ` Last: ${lastError}` : ''
  return [
    level('Jobs', wait, oldestMs, 30_000, 300_000, 'No process takes jobs: start or restart one.'),
    level(
      'Jobs that fail',
      failing === 0 ? 'None' : `${count(failing)} tried again.${error}`,
      failing,
      1,
      50,
      'They are tried again by themselves. Many mean that Stella or a media host is away.',
    ),
    level(
      'Jobs given up',
      dead === 0 ? 'None' : `${count(dead)}.${error}`,
      dead,
      1,
      1,
      'Mend what the error says. Replies that were not sent show “Try again” in their thread.',
    ),
  ]
}

const CALLS_TO_JUDGE = 5

function stellaLine({ stella }: HealthFigures): HealthLine | undefined {
  if (!stella) return undefined
  const { calls, refused, unreached, unclear, p95Ms } = stella
  const name = 'Calls to Stella'
  if (calls === 0) return good(name, 'None in the last 15 minutes')
  const failed = unreached + unclear
  const value = `${count(calls)} in 15 minutes, ${failed} failed, ${refused} refused, 95 % within ${p95Ms} ms`
  const advice =
    'Stella is slow or away. Replies wait and go out by themselves; nothing is sent twice.'
  const share = calls < CALLS_TO_JUDGE ? 0 : failed / calls
  if (share >= 0.05) return level(name, value, share, 0.05, 0.5, advice)
  if (calls >= CALLS_TO_JUDGE && refused / calls >= 0.2)
    return { name, state: 'watch', value, advice: 'Check the access token and its scopes.' }
  return level(name, value, p95Ms, 5_000, 15_000, advice)
}

function mediaLine({ jobs }: HealthFigures): HealthLine | undefined {
  if (!jobs) return undefined
  const value = jobs.media === 0 ? 'All fetched' : `${count(jobs.media)} to fetch`
  const advice = 'Files come faster than they are fetched, or their host is away.'
  return level('Media', value, jobs.media, 200, 5_000, advice)
}

function secretsLine({ secrets }: HealthFigures): HealthLine | undefined {
  if (!secrets) return undefined
  const { total, old, unreadable } = secrets
  const name = 'Stored secrets'
  const lost = 'Put the secret they were sealed with into APP_SECRET_OLD, or type them again.'
  if (unreadable > 0)
    return { name, state: 'bad', value: `${unreadable} of ${total} can’t be read`, advice: lost }
  const rest = 'They are being sealed anew. `npm run inbox -- secret status` says how far.'
  if (old > 0)
    return { name, state: 'watch', value: `${old} of ${total} under an older key`, advice: rest }
  return good(name, `${total}, all under the current key`)
}

function diskLine({ disk }: HealthFigures): HealthLine | undefined {
  if (!disk) return undefined
  const { freeBytes, totalBytes } = disk
  return level(
    'Disk',
    `${toSize(freeBytes)} free of ${toSize(totalBytes)}`,
    // Little room in bytes or in share: whichever is worse.
    Math.max(1 - freeBytes / totalBytes, freeBytes < GB ? 0.98 : 0),
    0.9,
    0.97,
    'Make room where DATA_DIR is, or move it: media and an embedded database live there.',
  )
}

/** Higher is worse. */
function level(
  name: string,
  value: string,
  figure: number,
  watch: number,
  bad: number,
  advice: string,
): HealthLine {
  if (figure < watch) return good(name, value)
  return { name, state: figure >= bad ? 'bad' : 'watch', value, advice }
}

function good(name: string, value: string): HealthLine {
  return { name, state: 'good', value }
}

function count(value: number): string {
  return value.toLocaleString('en')
}
