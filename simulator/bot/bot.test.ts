import { expect, test } from 'vitest'
import { CAST, type Language, languageSpokenBy } from '../day/cast'
import type { BotState } from '../state'
import { type BotInput, botTurn, FIRST_NODE } from './bot'
import { BOT_WORDS } from './bot-words'

const START: BotState = { node: FIRST_NODE, answers: {}, misses: 0, greetAgain: false }

/** Plays a conversation and gives what the bot said last, where the member stands and whether a person was asked. */
function converse(inputs: BotInput[], language: Language = 'en', start = START) {
  let turn = { state: start, lines: [] as ReturnType<typeof botTurn>['lines'], wantsPerson: false }
  for (const input of inputs) turn = botTurn(turn.state, input, language)
  return { ...turn, answers: turn.lines.map((line) => line.text) }
}

const say = (text: string): BotInput => ({ text })
const tap = (payload: string): BotInput => ({ text: payload, payload })

test('the welcome offers three choices, in Chinese for a Chinese locale', () => {
  const titles = (language: Language) =>
    converse([say('Hello')], language).lines[0]?.choices?.map((c) => c.title)
  expect(titles('en')).toEqual(['Track my order', 'Return an item', 'Talk to a person'])
  expect(titles(languageSpokenBy('zh_HK'))).toEqual(['追蹤訂單', '申請退貨', '真人客服'])
  expect(titles(languageSpokenBy('zh_CN'))).toEqual(['查询订单', '申请退货', '人工客服'])
})

test('tracking asks for the order number until it gets one, and answers with it', () => {
  const asked = converse([say('Hi'), tap('TRACK_ORDER'), say('no idea')])
  expect(asked.answers).toEqual([BOT_WORDS.en.askOrderAgain])
  const answered = converse([say('my order is hk-20391')], 'en', asked.state)
  expect(answered.answers[0]).toContain('HK-20391')
  expect(answered.state).toMatchObject({ node: 'menu', answers: { order: 'HK-20391' } })
})

test('a return asks three questions and keeps the answers', () => {
  const flow = [
    say('Hi'),
    tap('RETURN_ITEM'),
    say('The zip broke'),
    { isMedia: true },
    say('HK-20391'),
  ]
  const { state, answers } = converse(flow)
  expect(state.answers).toEqual({ reason: 'The zip broke', photo: 'yes', order: 'HK-20391' })
  expect(answers[0]).toBe('All noted for HK-20391. We have sent you the return label by e-mail.')
  expect(
    converse([say('Hi'), tap('RETURN_ITEM'), say('x'), say('略過')], 'zh-Hant').state.answers.photo,
  ).toBe('no')
})

test.each(['Can I talk to a person?', 'HUMAN please', 'agent', '我想找真人', '转人工', '客服'])(
  '"%s" asks a person to join, wherever the member stands',
  (text) => {
    for (const node of [FIRST_NODE, 'menu', 'track-order', 'return-photo']) {
      const { wantsPerson, answers } = converse([say(text)], 'en', { ...START, node })
      expect({ wantsPerson, answers }).toEqual({
        wantsPerson: true,
        answers: [BOT_WORDS.en.colleague],
      })
    }
  },
)

test('after two misunderstandings the bot asks a person itself', () => {
  expect(converse([say('Hi'), say('hmm'), say('hmm')]).wantsPerson).toBe(false)
  expect(converse([say('Hi'), say('hmm'), say('hmm'), say('hmm')]).wantsPerson).toBe(true)
})

test('after a person handed back, the bot says a brief hello once', () => {
  const back = converse([say('one more thing')], 'en', { ...START, greetAgain: true })
  expect(back.answers[0]).toBe(BOT_WORDS.en.welcomeBack)
  expect(back.state.greetAgain).toBe(false)
})

test('the cast has at least sixteen members, ids of their own, and the names that break inboxes', () => {
  expect(CAST.length).toBeGreaterThanOrEqual(16)
  expect(new Set(CAST.map((person) => person.externalId)).size).toBe(CAST.length)
  const names = CAST.map((person) => person.name)
  expect(names).toContain(undefined)
  expect(names.some((name) => name && name.length > 80)).toBe(true)
  expect(names.some((name) => name && /^\p{Emoji}+$/u.test(name))).toBe(true)
  expect(names.some((name) => name && /\p{Script=Arabic}/u.test(name))).toBe(true)
})
