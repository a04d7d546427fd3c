import { type Reason, reason } from '@/lib/i18n/reason'
import { PLATFORM_NAMES, type Platform } from '../channel/channel'
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
): Reason | undefined {
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
      if (!template) return reason('reply.template.choose')
      return templateUnfilledBecause(template, content.values)
  }
}

/** Why an uploaded file can't go as this reply says; undefined when it can. */
export function fileRefusedBecause(
  platform: Platform,
  { type, text }: Pick<MediaReply, 'type' | 'text'>,
  { kind, file }: { kind: MediaKind; file: FileFacts },
): Reason | undefined {
  const verdict = judgeFile(platform, PLATFORM_NAMES[platform], file)
  if ('reason' in verdict) return verdict.reason
  if (kind !== type) return reason('reply.file.otherKind', { kind, type })
  if (text && !carriesCaption(platform, verdict.kind))
    return reason('reply.file.noCaption', { platform: PLATFORM_NAMES[platform] })
  return undefined
}

function messageReason(text: string, limit: TextLimit): Reason | undefined {
  const over = text.length - limit.lengthMax
  if (over <= 0) return textReason(text, limit)
  return reason('reply.text.over', { over, max: limit.lengthMax })
}

function locationReason({ latitude, longitude }: Posted<'location'>): Reason | undefined {
  if (!(Math.abs(latitude) <= 90)) return reason('reply.location.latitude')
  if (!(Math.abs(longitude) <= 180)) return reason('reply.location.longitude')
  return undefined
}

function contactsReason(
  { contacts }: Posted<'contacts'>,
  { contactsMax }: NonNullable<Limits['contacts']>,
): Reason | undefined {
  if (contacts.length === 0) return reason('reply.contacts.empty')
  if (contacts.length > contactsMax) return reason('reply.contacts.tooMany', { max: contactsMax })
  for (const person of contacts) {
    if (!person.firstName.trim()) return reason('reply.contacts.noName')
    const phones = person.phones.filter((phone) => phone.trim())
    const emails = person.emails.filter((email) => email.trim())
    if (phones.length + emails.length === 0)
      return reason('reply.contacts.unreachable', { name: personName(person) })
    const broken = phones.find((phone) => !isPhone(phone))
    if (broken) return reason('reply.contacts.phone', { phone: broken })
    const wrong = emails.find((email) => !/^\S+@\S+\.\S+$/.test(email.trim()))
    if (wrong) return reason('reply.contacts.email', { email: wrong })
  }
  return undefined
}
