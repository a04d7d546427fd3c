import type { Platform } from '../channel/channel'
import { PLATFORM_NAMES } from '../channel/channel'
import { isPhone, textReason } from './field-rules'
import type { ButtonType, Posted } from './reply-content'
import type { ChoicesLimit, Limits } from './sendable'
import { isWebAddress } from './web-address'

/* Why a message with something to tap can't be sent: quick replies, buttons, a list. */

export function quickRepliesReason(
  { text, choices }: Posted<'quick-replies'>,
  limits: ChoicesLimit,
) {
  return textReason('The text', text, limits) ?? choicesReason('quick reply', choices, limits)
}

export function buttonsReason(
  platform: Platform,
  { header, text, footer, buttons }: Posted<'buttons'>,
  limits: NonNullable<Limits['buttons']>,
) {
  const around = [header, footer].filter((words) => words?.trim())
  if (around.length > 0 && limits.headerMax === undefined)
    return `${PLATFORM_NAMES[platform]} has no header or footer around buttons.`
  const long = around.find((words) => (words?.length ?? 0) > (limits.headerMax ?? 0))
  if (long) return `Header and footer can have at most ${limits.headerMax} characters each.`
  const other = buttons.find(({ type }) => !limits.types.includes(type))
  if (other) return `${PLATFORM_NAMES[platform]} takes no ${BUTTON_NAMES[other.type]} here.`
  return (
    textReason('The text', text, limits) ??
    choicesReason('button', buttons, limits) ??
    targetsReason(buttons)
  )
}

const BUTTON_NAMES: Record<ButtonType, string> = {
  answer: 'answers',
  link: 'links',
  call: 'phone calls',
}

function targetsReason(buttons: Posted<'buttons'>['buttons']) {
  for (const button of buttons) {
    if (button.type === 'link' && !isWebAddress(button.url))
      return `“${button.title}” needs an address that starts with https://.`
    if (button.type === 'call' && !isPhone(button.phone))
      return `“${button.title}” needs a phone number.`
  }
  return undefined
}

export function listReason(
  { text, button, sections }: Posted<'list'>,
  limits: NonNullable<Limits['list']>,
) {
  const rows = sections.flatMap((section) => section.rows)
  if (!button.trim()) return 'The button that opens the list needs a title.'
  if (button.length > limits.buttonMax)
    return `The button that opens the list can have at most ${limits.buttonMax} characters.`
  if (sections.length > limits.sectionsMax) return `At most ${limits.sectionsMax} sections.`
  if (sections.some((section) => section.rows.length === 0)) return 'Every section needs a row.'
  if (sections.length > 1 && sections.some((section) => !section.title?.trim()))
    return 'With more than one section, each needs a title.'
  if (sections.some(({ title = '' }) => title.length > limits.titleMax))
    return `The title of a section can have at most ${limits.titleMax} characters.`
  const long = rows.find((row) => (row.text?.length ?? 0) > limits.descriptionMax)
  if (long)
    return `The line under “${long.title}” can have at most ${limits.descriptionMax} characters.`
  return textReason('The text', text, limits) ?? choicesReason('row', rows, limits)
}

function choicesReason(
  what: string,
  choices: { title: string; payload?: string }[],
  { choicesMax, titleMax, payloadMax }: ChoicesLimit,
) {
  if (choices.length === 0) return `Add a ${what} first.`
  if (choices.length > choicesMax) return `At most ${choicesMax}: there are ${choices.length}.`
  const titles = choices.map(({ title }) => title.trim())
  if (titles.includes('')) return `Every ${what} needs a title.`
  const long = titles.find((title) => title.length > titleMax)
  if (long) return `“${long}” is longer than ${titleMax} characters.`
  const twice = titles.find((title, place) => titles.indexOf(title) !== place)
  if (twice) return `“${twice}” stands there twice.`
  const payloads = choices.map(({ title, payload }) => payload?.trim() || title.trim())
  const heavy = payloads.find((payload) => payload.length > payloadMax)
  if (heavy) return `A payload can have at most ${payloadMax} characters.`
  const shared = payloads.find((payload, place) => payloads.indexOf(payload) !== place)
  if (shared) return `The payload “${shared}” stands there twice.`
  return undefined
}
