import type { Language } from '../day/cast'
import type { BotState, Choice } from '../state'
import { BOT_WORDS, type BotWords } from './bot-words'

export const TREE = 'tree-shop'
export const FIRST_NODE = 'welcome'

/** What the bot sees of an inbound message. */
export interface BotInput {
  text?: string
  payload?: string
  /** The message carries a photo, video or file. */
  isMedia?: boolean
}

export interface BotLine {
  text: string
  choices?: Choice[]
}

export interface BotTurn {
  state: BotState
  lines: BotLine[]
  /** The bot hands over to a person: liveChat becomes true. */
  wantsPerson: boolean
}

const PERSON =
  /\b(human|agent|humano|persona real|real person|(speak|talk|chat) (to|with) (a |some)?(person|body|one|somebody|someone))\b|真人|客服|人工/i
const ORDER_NUMBER = /\b[A-Z]{0,3}-?\d{4,}\b/i
const SKIP = /\b(skip|no)\b|略過|跳过|沒有|没有/i

/**
 * One step of the shop's bot: where the member stands and what they wrote give where they stand next and what the
 * bot says. Pure; every input gets at least one line. After MISSES_MAX misunderstandings it asks a person to join.
 */
export function botTurn(state: BotState, input: BotInput, language: Language): BotTurn {
  const words = BOT_WORDS[language]
  if (input.payload === 'TALK_TO_PERSON' || PERSON.test(input.text ?? ''))
    return handOver(state, words)
  if (state.greetAgain)
    return at(state, 'menu', [{ text: words.welcomeBack }, menu(words, words.anythingElse)])
  if (input.payload === 'TRACK_ORDER') return at(state, 'track-order', [{ text: words.askOrder }])
  if (input.payload === 'RETURN_ITEM')
    return at(state, 'return-reason', [{ text: words.askWhatHappened }])

  switch (state.node) {
    case 'track-order':
      return trackOrder(state, input, words)
    case 'return-reason':
      return at(state, 'return-photo', [{ text: words.askPhoto }], {
        reason: input.text ?? 'photo',
      })
    case 'return-photo':
      return returnPhoto(state, input, words)
    case 'return-order':
      return returnOrder(state, input, words)
    case 'menu':
      return pickOne(state, input, words)
    default:
      return byWords(state, input, words) ?? at(state, 'menu', [menu(words, words.welcome)])
  }
}

const MISSES_MAX = 2

function handOver(state: BotState, words: BotWords): BotTurn {
  return { ...at(state, 'person', [{ text: words.colleague }]), wantsPerson: true }
}

function trackOrder(state: BotState, input: BotInput, words: BotWords): BotTurn {
  const order = orderIn(input)
  if (!order) return missed(state, words, words.askOrderAgain)
  const answer = words.orderStates[digitSum(order) % 3] ?? words.orderStates[0]
  const lines = [{ text: answer.replace('{order}', order) }, menu(words, words.anythingElse)]
  return at(state, 'menu', lines, { order })
}

function returnPhoto(state: BotState, input: BotInput, words: BotWords): BotTurn {
  if (!input.isMedia && !SKIP.test(input.text ?? '')) return missed(state, words, words.askPhoto)
  const photo = input.isMedia ? 'yes' : 'no'
  return at(state, 'return-order', [{ text: words.askReturnOrder }], { photo })
}

function returnOrder(state: BotState, input: BotInput, words: BotWords): BotTurn {
  const order = orderIn(input)
  if (!order) return missed(state, words, words.askOrderAgain)
  const lines = [
    { text: words.returnDone.replace('{order}', order) },
    menu(words, words.anythingElse),
  ]
  return at(state, 'menu', lines, { order })
}

function pickOne(state: BotState, input: BotInput, words: BotWords): BotTurn {
  const known = byWords(state, input, words)
  if (known) return known
  if (state.misses >= MISSES_MAX) return handOver(state, words)
  return {
    state: { ...state, misses: state.misses + 1 },
    lines: [menu(words, words.pickOne)],
    wantsPerson: false,
  }
}

/** Understands a choice that was typed instead of tapped, a greeting and a thank-you. */
function byWords(state: BotState, { text = '' }: BotInput, words: BotWords): BotTurn | undefined {
  if (/\b(track|where is)\b|訂單|订单|追蹤|查询/i.test(text)) {
    return at(state, 'track-order', [{ text: words.askOrder }])
  }
  if (/\b(return|refund|broken)\b|退貨|退货|退款/i.test(text)) {
    return at(state, 'return-reason', [{ text: words.askWhatHappened }])
  }
  if (/^(hi|hello|hey|good (morning|evening))\b|^[你您]好/i.test(text)) {
    return at(state, 'menu', [menu(words, words.welcome)])
  }
  if (/\b(thanks|thank you)\b|謝謝|多謝|谢谢/i.test(text)) {
    return at(state, 'menu', [{ text: words.youAreWelcome }])
  }
  return undefined
}

function missed(state: BotState, words: BotWords, askAgain: string): BotTurn {
  if (state.misses >= MISSES_MAX) return handOver(state, words)
  return {
    state: { ...state, misses: state.misses + 1 },
    lines: [{ text: askAgain }],
    wantsPerson: false,
  }
}

function at(
  state: BotState,
  node: string,
  lines: BotLine[],
  answers: Record<string, string> = {},
): BotTurn {
  const next = { node, answers: { ...state.answers, ...answers }, misses: 0, greetAgain: false }
  return { state: next, lines, wantsPerson: false }
}

function menu(words: BotWords, text: string): BotLine {
  const choices = [
    { title: words.track, payload: 'TRACK_ORDER' },
    { title: words.returnItem, payload: 'RETURN_ITEM' },
    { title: words.person, payload: 'TALK_TO_PERSON' },
  ]
  return { text, choices }
}

function orderIn({ text = '' }: BotInput): string | undefined {
  return ORDER_NUMBER.exec(text)?.[0].toUpperCase()
}

function digitSum(text: string): number {
  return [...text].reduce((sum, digit) => sum + (Number(digit) || 0), 0)
}
