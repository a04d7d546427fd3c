import { expect, test } from 'vitest'
import type { Author } from '../message/author'
import { type OwnerStretch, toHandOver, toPersonStretches } from './hand-over'

const ANA = { id: 'ana', name: 'Ana' }
const BEN = { id: 'ben', name: 'Ben' }

const TALK: OwnerStretch[] = [
  { owner: 'unknown', startedAt: 0, endedAt: 10, why: 'began' },
  { owner: 'bot', startedAt: 10, endedAt: 100, why: 'learned' },
  { owner: 'agent', startedAt: 100, endedAt: 150, why: 'took-over', agent: ANA, by: ANA },
  { owner: 'agent', startedAt: 150, endedAt: 200, why: 'assigned', agent: BEN, by: ANA },
  { owner: 'bot', startedAt: 200, endedAt: 300, why: 'handed-back', by: BEN },
  { owner: 'waiting', startedAt: 300, endedAt: 320, why: 'member-asked', detail: 'mensch' },
  { owner: 'agent', startedAt: 320, endedAt: null, why: 'took-over', agent: ANA, by: ANA },
]

test('a member who comes back after a resolve begins a conversation of its own, and the one before is an earlier one', () => {
  const persons = toPersonStretches([
    { owner: 'bot', startedAt: 0, endedAt: 10, why: 'began' },
    {
      owner: 'agent',
      startedAt: 10,
      endedAt: 50,
      why: 'took-over',
      agent: { id: 'ana', name: 'Ana' },
    },
    { owner: 'waiting', startedAt: 50, endedAt: null, why: 'member-returned' },
  ])
  expect(persons.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
    [10, 50],
    [50, null],
  ])
  const card = toHandOver('c', persons, [], '')
  expect(card).toMatchObject({ why: 'member-returned', earlier: [{ agents: [{ name: 'Ana' }] }] })
})

test('waiting and the agents after it are one stretch of a person', () => {
  const persons = toPersonStretches(TALK)
  expect(persons.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
    [100, 200],
    [300, null],
  ])
})

test('the card says why, the last steps with the bot and their answers, and who talked before', () => {
  const messages = [
    message('member', 'Hello', 210),
    message('bot', 'Welcome', 211),
    message('bot', 'What can I do?', 212),
    message('member', '退貨', 220),
    message('bot', 'What happened?', 221),
    message('member', 'It broke', 230),
    message('member', 'mensch', 300),
  ]
  const card = toHandOver(
    'c',
    toPersonStretches(TALK),
    [message('agent', 'Bye', 190), ...messages],
    'o',
  )
  expect(card).toMatchObject({
    why: 'member-asked',
    detail: 'mensch',
    steps: [
      { bot: [], answers: ['Hello'] },
      { bot: ['Welcome', 'What can I do?'], answers: ['退貨'] },
      { bot: ['What happened?'], answers: ['It broke', 'mensch'] },
    ],
    olderSteps: 0,
    script: 'zh',
    earlier: [{ agents: [ANA, BEN] }],
  })
})

test('what was said to the person before is no step of the bot, and long conversations keep their newest steps', () => {
  const messages = Array.from({ length: 12 }, (_, index) =>
    message(index % 2 ? 'member' : 'bot', `${index}`, 200 + index),
  )
  const card = toHandOver(
    'c',
    toPersonStretches(TALK),
    [message('bot', 'old', 50), ...messages],
    'o',
  )
  expect(card?.steps).toHaveLength(5)
  expect(card?.olderSteps).toBe(1)
  expect(card?.steps.at(-1)).toEqual({ bot: ['10'], answers: ['11'] })
})

test('where no person was ever asked for there is no card', () => {
  expect(toHandOver('c', toPersonStretches(TALK.slice(0, 2)), [], 'o')).toBeUndefined()
})

function message(author: Author, text: string, sentAt: number) {
  return { author, content: { type: 'text', text }, sentAt, deletedAt: null } as const
}
