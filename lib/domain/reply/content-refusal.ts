import type { Platform } from '../channel/channel'
import { carouselReason } from './cards-refusal'
import { buttonsReason, listReason, quickRepliesReason } from './choices-refusal'
import { isPhone, textReason } from './field-rules'
import { type Posted, type PostedContent, personName } from './reply-content'
import { kindRefusedBecause, type Limits, SENDABLE } from './sendable'

/**
 * Why this can't be sent on this platform as it stands; undefined when it can. A template's values are judged with
 * its wording at hand (`unfilledBecause`).
 */
export function contentRefusedBecause(
  platform: Platform,
  content: PostedContent,
): string | undefined {
  const refused = kindRefusedBecause(platform, content.type)
  if (refused) return refused
  const limits = SENDABLE[platform]
  switch (content.type) {
    case 'text':
      return textReason('A message', content.text, limits.text)
    case 'location':
      return locationReason(content)
    case 'contacts':
      return limits.contacts && contactsReason(content, limits.contacts)
    case 'quick-replies':
      return limits['quick-replies'] && quickRepliesReason(content, limits['quick-replies'])
    case 'buttons':
      return limits.buttons && buttonsReason(platform, content, limits.buttons)
    case 'list':
      return limits.list && listReason(content, limits.list)
    case 'carousel':
      return limits.carousel && carouselReason(content, limits.carousel)
    case 'template':
      return undefined
  }
}

function locationReason({ latitude, longitude }: Posted<'location'>) {
  if (!(Math.abs(latitude) <= 90)) return 'The latitude must be between -90 and 90.'
  if (!(Math.abs(longitude) <= 180)) return 'The longitude must be between -180 and 180.'
  return undefined
}

function contactsReason(
  { contacts }: Posted<'contacts'>,
  { contactsMax }: NonNullable<Limits['contacts']>,
) {
  if (contacts.length === 0) return 'Add a card first.'
  if (contacts.length > contactsMax) return `At most ${contactsMax} cards in one message.`
  for (const person of contacts) {
    if (!person.firstName.trim()) return 'Every card needs a first name.'
    const phones = person.phones.filter((phone) => phone.trim())
    const emails = person.emails.filter((email) => email.trim())
    if (phones.length + emails.length === 0)
      return `Give a phone number or an e-mail for ${personName(person)}.`
    const broken = phones.find((phone) => !isPhone(phone))
    if (broken) return `${broken} is not a phone number.`
    const wrong = emails.find((email) => !/^\S+@\S+\.\S+$/.test(email.trim()))
    if (wrong) return `${wrong} is not an e-mail address.`
  }
  return undefined
}
