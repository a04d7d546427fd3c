import { UPLOAD_SIZE_MAX } from '@/lib/domain/media/file-limits'
import { type Reason, reason } from '@/lib/i18n/reason'
import { DELIVERY_BYTES_MAX } from '@/lib/inbox/log/receive-event'

const KIB = 1024

/** Ids, switches, a name, a password: what most routes need. */
const FEW = 4 * KIB
/** Some dozens of ids or names, or a key with its addresses. */
const SOME = 32 * KIB
/** Texts in many languages, or a delivery to look into. */
const MANY = 256 * KIB

/** `{}`: what some programs send when they have nothing to say. No address reads it that isn't in the table. */
const NOTHING = 2

type Method = 'POST' | 'PUT' | 'DELETE'

/**
 * How many bytes the body of a request may have: every address that reads one, by method. All others take none, and no
 * address takes more than it needs: what nobody counts, anybody can send without end.
 */
const LIMITS: Record<string, Partial<Record<Method, number>>> = {
  '/api/auth/[...nextauth]': { POST: 16 * KIB },
  '/api/join': { POST: FEW },
  '/api/setup': { POST: FEW },
  '/api/webhooks/[channelId]': { POST: DELIVERY_BYTES_MAX },
  '/api/uploads': { POST: UPLOAD_SIZE_MAX },

  '/api/me': { PUT: FEW },
  '/api/me/avatar': { PUT: 8 * KIB * KIB },
  '/api/me/password': { PUT: FEW },
  '/api/me/settings': { PUT: FEW },

  '/api/conversations/[id]/assignee': { PUT: FEW },
  '/api/conversations/[id]/live-chat': { PUT: FEW },
  '/api/conversations/[id]/messages': { POST: 128 * KIB },
  '/api/conversations/[id]/messages/[messageId]/delivery': { PUT: FEW },
  '/api/conversations/[id]/messages/[messageId]/schedule': { PUT: FEW },
  '/api/conversations/[id]/read': { PUT: FEW },
  '/api/conversations/[id]/status': { PUT: FEW },
  '/api/conversations/[id]/tags': { PUT: SOME },
  '/api/outbox': { PUT: SOME },

  '/api/admin/agents/[id]': { PUT: SOME },
  '/api/admin/canned-replies/[id]': { PUT: MANY },
  '/api/admin/channels': { POST: SOME },
  '/api/admin/channels/[id]': { PUT: SOME },
  '/api/admin/channels/[id]/connected': { PUT: FEW },
  '/api/admin/channels/[id]/paused': { PUT: FEW },
  '/api/admin/channels/[id]/secrets': { POST: SOME },
  '/api/admin/channels/[id]/settings': { PUT: 64 * KIB },
  '/api/admin/channels/[id]/signature-lab': { POST: MANY },
  '/api/admin/channels/[id]/templates': { POST: SOME },
  '/api/admin/channels/[id]/templates/[templateId]': { PUT: SOME },
  '/api/admin/connections': { POST: SOME },
  '/api/admin/connections/[id]': { PUT: SOME, DELETE: FEW },
  '/api/admin/connections/[id]/integrations': { PUT: MANY },
  '/api/admin/connections/[id]/integrations/[integrationId]': { PUT: MANY },
  '/api/admin/events/replay': { POST: SOME },
  '/api/admin/invites': { POST: SOME },
  '/api/admin/settings/restore': { POST: FEW },
  '/api/admin/tags': { PUT: MANY },
}

/** How many bytes may come with a request to this address; a page takes as little as what there isn't. */
export function bodyLimit(method: string | undefined, pathname: string): number {
  const row = ROWS.find(({ pattern }) => pattern.test(pathname))
  return row?.limits[method as Method] ?? NOTHING
}

/** For whoever sent more. */
export function tooLargeBecause(limit: number): Reason {
  return limit === NOTHING
    ? reason('failure.body.none')
    : reason('failure.body.tooLarge', { size: { bytes: limit } })
}

const ROWS = Object.entries(LIMITS).map(([address, limits]) => ({
  limits,
  pattern: new RegExp(`^${address.replace(/\[\.{3}\w+\]/, '.+').replace(/\[\w+\]/g, '[^/]+')}/?$`),
}))
