import type { Context } from '@/lib/context'
import { listChannelSecrets } from '@/lib/db/channels'
import { secretBinding } from '@/lib/vault'

export interface SigningSecrets {
  header: string
  /** One, or two while a secret is rotated. */
  secrets: string[]
}

/** Another process may change a secret: what is kept here is read again after this. */
const KEEP_MS = 5_000
/** Channels kept at once; an outsider who guesses addresses can't grow it, because unknown ones are not kept. */
const CHANNELS_MAX = 10_000

/** The secrets that sign a channel's webhooks, kept for a moment so that a delivery costs one statement. */
export class SecretCache {
  private readonly kept = new Map<string, { value: SigningSecrets; until: number }>()

  constructor(private readonly ctx: Context) {}

  /** Undefined when there is no such channel. */
  async find(channelId: string): Promise<SigningSecrets | undefined> {
    const known = this.kept.get(channelId)
    if (known && known.until > Date.now()) return known.value
    const rows = await listChannelSecrets(this.ctx.orm, channelId)
    const header = rows[0]?.signatureHeader
    if (!header) return undefined
    const secrets = rows.map((row) =>
      this.ctx.vault.open(row.secret, secretBinding(channelId, row.slot)),
    )
    if (this.kept.size >= CHANNELS_MAX) this.kept.clear()
    const value = { header, secrets }
    this.kept.set(channelId, { value, until: Date.now() + KEEP_MS })
    return value
  }
}
