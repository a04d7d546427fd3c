import { PLATFORM_NAMES, type Platform } from '../channel/channel'
import { count } from '../measures'
import { carriesCaption, type FileFacts, judgeFile } from '../media/file-limits'
import type { MediaKind } from '../message/content'
import { unfilledBecause } from './canned-reply'
import { carouselReason } from './cards-refusal'
import { buttonsReason, listReason, quickRepliesReason } from './choices-refusal'
import { isPhone, textReason } from './field-rules'
import { templateUnfilledBecause } from './fill-template'
import { type Posted, type PostedContent, personName } from './reply-content'
import type { MediaReply } from './schema/media-reply-schema'
import { kindRefusedBecause, type Limits, SENDABLE, type TextLimit } from './sendable'
import type { TemplateInput } from './template'

/**
 * Why this can't be sent on this platform as it stands; undefined when it can. The one place that decides it: the
 * composer asks while somebody writes, the server before anything is queued. `template`: the one that the content names,
 * as the catalogue has it.
 */
export function refusedBecause(
  platform: Platform,
  content: PostedContent,
  template?: TemplateInput,
): string | undefined {
  const refused = kindRefusedBecause(platform, content.type)
  if (refused) return refused
  const limits = SENDABLE[platform]
  switch (content.type) {
    case 'text':
      return messageReason(content.text, limits.text) ?? unfilledBecause(content.text)
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
      if (!template) return 'Choose a template first.'
      return templateUnfilledBecause(template, content.values)
  }
}

/** Why an uploaded file can't go as this reply says; undefined when it can. */
export function fileRefusedBecause(
  platform: Platform,
  { type, text }: Pick<MediaReply, 'type' | 'text'>,
  { kind, file }: { kind: MediaKind; file: FileFacts },
): string | undefined {
  const name = PLATFORM_NAMES[platform]
  const verdict = judgeFile(platform, name, file)
  if ('reason' in verdict) return verdict.reason
  if (kind !== type) return `This file is sent as ${kind}, not as ${type}.`
  if (text && !carriesCaption(platform, verdict.kind))
    return `${name} carries no words with this kind of file. Send them after it.`
  return undefined
}

function messageReason(text: string, limit: TextLimit) {
  const over = text.length - limit.lengthMax
  if (over <= 0) return textReason('A message', text, limit)
  return `Too long by ${count(over)}: a message can have at most ${count(limit.lengthMax)} characters.`
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
