import type { Dialect, Platform } from '@/lib/domain/channel/channel'
import type { Content } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import type { InboundFact } from '@/lib/domain/message/webhook-facts'
import { type Reason, reason } from '@/lib/i18n/reason'
import { toHash } from './hash'
import { asId, type JsonObject, toCanonicalJson } from './json'
import type { ReadFact, UnnumberedReading } from './number-facts'

/** What a reader may know beside the body: whose address it was posted to, and when. */
export interface ReadingContext {
  platform: Platform
  /** The channel's own id on the platform: tells the two ends of a message apart. */
  externalId: string
  /** Absent: `stella`. */
  dialect?: Dialect
  receivedAt: number
}

export function emptyReading(name?: string): UnnumberedReading {
  return { name, facts: [], ignored: [], problems: [] }
}

/** Thrown inside a reader for one part of a body; the parts beside it go on. Its reason goes to quarantine. */
export class Unreadable extends Error {
  constructor(readonly reason: Reason) {
    super(reason.key)
  }
}

/** Runs one part's reader; what it throws becomes a problem of the reading, so that no part loses its neighbours. */
export function readPart(reading: UnnumberedReading, part: string, read: () => ReadFact[]) {
  try {
    reading.facts.push(...read())
  } catch (error) {
    const why =
      error instanceof Unreadable
        ? error.reason
        : reason('delivery.problem.reader', { error: String(error) })
    reading.problems.push(reason('delivery.part', { part, why }))
  }
}

/** By which rule a change is ignored that tells of no conversation. */
export function toChangeRule(change: JsonObject): Reason {
  const field = asId(change.field)
  return field === undefined
    ? reason('delivery.rule.namelessChange')
    : reason('delivery.rule.change', { field })
}

/** What two sights of one message share when the platform gives no id (architecture.md "Identity of a message"). */
export function toContentKey(
  memberExternalId: string,
  { content, media }: FactContent,
): Pick<InboundFact, 'contentKey' | 'timeless'> {
  const mediaId = media[0]?.whatsappMediaId
  const essence = mediaId ? `media:${mediaId}` : `${content.type}:${toEssence(content, media)}`
  return { contentKey: toHash(`${memberExternalId}\n${essence}`), timeless: mediaId !== undefined }
}

/** Who a card names: one form says more of them than another, and writes a number in its own way. */
function toPersonKey({ name, phones }: { name: string; phones: string[] }): string {
  const numbers = phones.map((phone) => phone.replaceAll(/\D/g, '') || phone.trim())
  return [name.trim(), ...[...new Set(numbers)].sort()].join('\n')
}

function toEssence(content: Content, media: FactContent['media']): string {
  switch (content.type) {
    case 'text':
      return content.text.trim()
    case 'choice':
      return content.payload ?? content.text
    case 'location':
      return `${content.latitude.toFixed(5)},${content.longitude.toFixed(5)}`
    case 'contacts':
      return toCanonicalJson(content.contacts.map(toPersonKey))
    case 'unknown':
      return `${content.label}:${content.text ?? ''}`
    case 'order':
    case 'cards':
    case 'list':
    case 'template':
      return toCanonicalJson(content)
    default:
      return `${media.map((file) => file.url ?? '').join(' ')}:${content.text ?? ''}`
  }
}
