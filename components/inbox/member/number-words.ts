import type { ChannelRef, MemberView } from '@/lib/view/conversation-view'

/** The member's address on the platform: a phone number with its plus sign on WhatsApp, the bare id elsewhere. */
export function toNumberWords(
  { externalId }: Pick<MemberView, 'externalId'>,
  { platform }: Pick<ChannelRef, 'platform'>,
): string {
  return platform === 'whatsapp' && /^\d{6,15}$/.test(externalId) ? `+${externalId}` : externalId
}
