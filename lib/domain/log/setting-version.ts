/** What a setting was from a moment on. */
export interface SettingVersion {
  /** The event that set it: names the version. */
  eventId: number
  /** Epoch ms. */
  at: number
  /** Absent: the command line. */
  who?: string
  /** It was taken away then. */
  removed: boolean
  value: unknown
}
