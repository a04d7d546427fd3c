import type { Silence } from '../channel/silence'
import type { SeenProcess } from './process-figures'

/** A channel that should hear from Stella, and whether it does as it usually does. */
export interface ChannelSilence {
  id: string
  name: string
  silence: Silence
}

/** What was measured. Times in ms, sizes in bytes; absent: could not be had. */
export interface HealthFigures {
  version?: string
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
  /** The processes of the last day, as each last said. */
  processes?: SeenProcess[]
  /** Of all processes that are there. */
  stella?: { calls: number; refused: number; unreached: number; unclear: number; p95Ms: number }
  /** Browsers that listen to this process, where it serves people. */
  streams?: number
  /** Tokens and channel secrets by the secret that seals them. */
  secrets?: { total: number; current: number; old: number; unreadable: number }
  /** Deliveries on this machine's disk that are not in the log yet, and what can't get there. */
  spool?: { deliveries: number; bytes: number; oldestMs: number; putAside: number }
  disk?: { freeBytes: number; totalBytes: number }
  channels?: ChannelSilence[]
  /** Names of channels that Stella has disconnected. */
  disconnected?: string[]
}
