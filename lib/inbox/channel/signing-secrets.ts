import { listSecretsOf } from '@/lib/db/channel/channels'
import type { Queryable } from '@/lib/db/client'
import { isFaultOfValues } from '@/lib/db/driver/unavailable'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { secretBinding, type Vault } from '@/lib/vault'
import type { KeptSecrets, SigningSecrets } from './kept-secrets'

/** Another process may change a secret: what is kept here is read again after this. */
const KEEP_MS = 5_000
/** Channels kept at once; an outsider who guesses addresses can't grow it, because unknown ones are not kept. */
const CHANNELS_MAX = 10_000
/** Between two statements: however many addresses are asked for, known or guessed, these are at most fifty a second. */
const PAUSE_MS = 20
/** Addresses that may wait for the next statement; beyond it the sender is told to come back. */
const ASKED_MAX = 5_000

/** While Postgres is away, it is asked for a channel no more often. */
const AWAY_MS = 1_000
/** What is known from before answers when Postgres has not by then. */
const PATIENCE_MS = 1_000

interface Asked {
  answer: Promise<SigningSecrets | undefined>
  resolve: (found: SigningSecrets | undefined) => void
  reject: (error: unknown) => void
}

/**
 * The secrets that sign channels' webhooks, kept for a moment so that a delivery costs one statement. What is asked for
 * meanwhile shares the next statement, and one runs at a time: a flood of guessed addresses costs no more than that.
 * That an address is unknown is never kept, so a new channel works from its first delivery on.
 */
export class SecretCache {
  private readonly kept = new Map<string, { value: SigningSecrets; until: number }>()
  private asked = new Map<string, Asked>()
  private isReading = false
  /** The last statement failed, or has not answered yet: nobody waits for the next one who need not. */
  private isAway = false

  /** `sql`: not the pool that serves people. `before`: what answers while Postgres is away. */
  constructor(
    private readonly ctx: { sql: Queryable; vault: Vault },
    private readonly before?: KeptSecrets,
  ) {}

  /**
   * Undefined when there is no such channel. Throws `unavailable` when too many are asked for at once, or when Postgres is
   * away and nothing is known of it from before.
   */
  async find(channelId: string): Promise<SigningSecrets | undefined> {
    const known = this.kept.get(channelId)
    if (known && known.until > Date.now()) return known.value
    const before = this.before?.find(channelId)
    if (!before) return this.ask(channelId)
    const asked = this.ask(channelId)
    asked.catch(() => {})
    if (!this.isAway) return this.askOr(before, asked)
    this.kept.set(channelId, { value: before, until: Date.now() + AWAY_MS })
    return before
  }

  private async askOr(before: SigningSecrets, asked: Promise<SigningSecrets | undefined>) {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<SigningSecrets>((resolve) => {
      timer = setTimeout(() => {
        this.isAway = true
        resolve(before)
      }, PATIENCE_MS)
    })
    try {
      return await Promise.race([asked, late])
    } catch (error) {
      if (isFaultOfValues(error)) throw error
      return before
    } finally {
      clearTimeout(timer)
    }
  }

  private async ask(channelId: string): Promise<SigningSecrets | undefined> {
    const already = this.asked.get(channelId)
    if (already) return already.answer
    if (this.asked.size >= ASKED_MAX)
      throw new AppError('unavailable', reason('channel.inbox.tooManyAddresses'))
    const asked = toAsked()
    this.asked.set(channelId, asked)
    if (!this.isReading) this.readAll()
    return asked.answer
  }

  private async readAll() {
    this.isReading = true
    while (this.asked.size > 0) {
      const { asked } = this
      this.asked = new Map()
      try {
        const found = await this.read([...asked.keys()])
        this.isAway = false
        for (const [id, { resolve }] of asked) resolve(found.get(id))
      } catch (error) {
        this.isAway = !isFaultOfValues(error)
        for (const { reject } of asked.values()) reject(error)
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    this.isReading = false
  }

  private async read(ids: string[]): Promise<Map<string, SigningSecrets>> {
    const found = new Map<string, SigningSecrets>()
    const rows = await listSecretsOf(this.ctx.sql, ids)
    this.before?.learn(rows)
    for (const { channelId, slot, secret, signatureHeader } of rows) {
      const value = found.get(channelId) ?? { header: signatureHeader, secrets: [] }
      value.secrets.push(this.ctx.vault.open(secret, secretBinding(channelId, slot)))
      found.set(channelId, value)
    }
    if (this.kept.size + found.size > CHANNELS_MAX) this.kept.clear()
    for (const [id, value] of found) this.kept.set(id, { value, until: Date.now() + KEEP_MS })
    return found
  }
}

function toAsked(): Asked {
  const asked = {} as Asked
  asked.answer = new Promise((resolve, reject) => Object.assign(asked, { resolve, reject }))
  return asked
}
