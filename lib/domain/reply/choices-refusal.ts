import { type Reason, reason } from '@/lib/i18n/reason'
import type { Platform } from '../channel/channel'
import { PLATFORM_NAMES } from '../channel/channel'
import { isPhone, textReason } from './field-rules'
import type { Posted } from './reply-content'
import type { ChoicesLimit, Limits } from './sendable'
import { isWebAddress } from './web-address'

/* Why a message with something to tap can't be sent: quick replies, buttons, a list. */

export function quickRepliesReason(
  { text, choices }: Posted<'quick-replies'>,
  limits: ChoicesLimit,
): Reason | undefined {
  return textReason(text, limits) ?? choicesReason('quickReply', choices, limits)
}

export function buttonsReason(
  platform: Platform,
  { header, text, footer, buttons }: Posted<'buttons'>,
  limits: NonNullable<Limits['buttons']>,
): Reason | undefined {
  const around = [header, footer].filter((words) => words?.trim())
  if (around.length > 0 && limits.headerMax === undefined)
    return reason('reply.buttons.noHeader', { platform: PLATFORM_NAMES[platform] })
  const { headerMax = 0 } = limits
  if (around.some((words) => (words?.length ?? 0) > headerMax))
    return reason('reply.buttons.headerTooLong', { max: headerMax })
  const other = buttons.find(({ type }) => !limits.types.includes(type))
  if (other) {
    const { type } = other
    return reason('reply.buttons.unsupported', { platform: PLATFORM_NAMES[platform], type })
  }
  return (
    textReason(text, limits) ?? choicesReason('button', buttons, limits) ?? targetsReason(buttons)
  )
}

function targetsReason(buttons: Posted<'buttons'>['buttons']) {
  for (const button of buttons) {
    if (button.type === 'link' && !isWebAddress(button.url))
      return reason('reply.buttons.needsAddress', { title: button.title })
    if (button.type === 'call' && !isPhone(button.phone))
      return reason('reply.buttons.needsPhone', { title: button.title })
  }
  return undefined
}

export function listReason(
  { text, button, sections }: Posted<'list'>,
  limits: NonNullable<Limits['list']>,
): Reason | undefined {
  const rows = sections.flatMap((section) => section.rows)
  if (!button.trim()) return reason('reply.list.untitledButton')
  if (button.length > limits.buttonMax)
    return reason('reply.list.buttonTooLong', { max: limits.buttonMax })
  if (sections.length > limits.sectionsMax)
    return reason('reply.list.tooManySections', { max: limits.sectionsMax })
  if (sections.some((section) => section.rows.length === 0))
    return reason('reply.list.emptySection')
  if (sections.length > 1 && sections.some((section) => !section.title?.trim()))
    return reason('reply.list.untitledSection')
  if (sections.some(({ title = '' }) => title.length > limits.titleMax))
    return reason('reply.list.sectionTooLong', { max: limits.titleMax })
  const long = rows.find((row) => (row.text?.length ?? 0) > limits.descriptionMax)
  if (long)
    return reason('reply.list.descriptionTooLong', {
      title: long.title,
      max: limits.descriptionMax,
    })
  return textReason(text, limits) ?? choicesReason('row', rows, limits)
}

function choicesReason(
  what: 'quickReply' | 'button' | 'row',
  choices: { title: string; payload?: string }[],
  { choicesMax, titleMax, payloadMax }: ChoicesLimit,
): Reason | undefined {
  const count = choices.length
  if (count === 0) return reason('reply.choices.empty', { what })
  if (count > choicesMax) return reason('reply.choices.tooMany', { what, max: choicesMax, count })
  const titles = choices.map(({ title }) => title.trim())
  if (titles.includes('')) return reason('reply.choices.untitled', { what })
  const long = titles.find((title) => title.length > titleMax)
  if (long) return reason('reply.choices.titleTooLong', { title: long, max: titleMax })
  const twice = titles.find((title, place) => titles.indexOf(title) !== place)
  if (twice) return reason('reply.choices.titleTwice', { title: twice })
  const payloads = choices.map(({ title, payload }) => payload?.trim() || title.trim())
  if (payloads.some((payload) => payload.length > payloadMax))
    return reason('reply.choices.payloadTooLong', { max: payloadMax })
  const shared = payloads.find((payload, place) => payloads.indexOf(payload) !== place)
  if (shared) return reason('reply.choices.payloadTwice', { payload: shared })
  return undefined
}
