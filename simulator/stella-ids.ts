import { createHash, randomBytes } from 'node:crypto'
import type { Platform } from './state'

/*
 * Message ids are truly random, never seeded: after a restart without a state file a seeded id would repeat one
 * that the receiver already knows, and the new message would be taken for a duplicate.
 */

/** The platform's id of a message from a member: `ABGG…` on WhatsApp as in channel-webhooks.txt, `m_…` elsewhere. */
export function newInboundId(platform: Platform): string {
  return platform === 'whatsapp' ? `ABGG${letters(24)}` : `m_${letters(32)}`
}

/** The platform's id of a message to a member: `gBGG…` on WhatsApp as in channel-webhooks.txt, `m_…` elsewhere. */
export function newOutboundId(platform: Platform): string {
  return platform === 'whatsapp' ? `gBGG${letters(24)}` : `m_${letters(32)}`
}

/** An id in the form of "ad2T3wdsd2Gff", the sample in custom-inbox-integration.txt. */
export function newIntegrationId(): string {
  return letters(13)
}

export function newToken(): string {
  return `token-${letters(24)}`
}

/** A Stella id (24 hex digits) that is the same on every start. */
export function toStellaId(...parts: string[]): string {
  return createHash('sha256').update(parts.join('/')).digest('hex').slice(0, 24)
}

function letters(length: number): string {
  const text = randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
  return text.slice(0, length)
}
