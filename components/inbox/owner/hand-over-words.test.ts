import { expect, test } from 'vitest'
import type { HandOverCard } from '@/lib/view/hand-over-view'
import { toEarlierWords, toWhy } from './hand-over-words'

const ANA = { id: 'ana', name: 'Ana' }
const BEN = { id: 'ben', name: 'Ben' }

test.each([
  [{ why: 'member-asked', detail: 'mensch' }, 'The member asked for a person: “mensch”'],
  [{ why: 'bot-asked' }, 'The bot asked for a person'],
  [{ why: 'took-over', by: ANA, agent: ANA }, 'You took over from the bot'],
  [{ why: 'assigned', by: BEN, agent: ANA }, 'Ben transferred this to you'],
  [{ why: 'assigned', by: ANA, agent: BEN }, 'You transferred this to Ben'],
] as const)('%o reads as %s to Ana', (facts, words) => {
  expect(toWhy(card(facts), ANA.id)).toBe(words)
})

test('an earlier conversation says when, how long and with whom', () => {
  const conversation = {
    at: '2026-11-21T06:00:00Z',
    endedAt: '2026-11-21T06:12:00Z',
    agents: [ANA, BEN],
  }
  const now = Date.parse('2026-11-21T08:00:00Z')
  expect(toEarlierWords(conversation, now, 'UTC')).toBe('Handled by Ana and Ben, 12 min · 06:00')
  expect(toEarlierWords({ ...conversation, agents: [] }, now, 'UTC')).toBe(
    'Nobody answered, 12 min · 06:00',
  )
})

function card(more: Partial<HandOverCard>): HandOverCard {
  return {
    conversationId: 'c',
    at: '2026-11-21T06:00:00Z',
    order: 'o',
    why: 'bot-asked',
    steps: [],
    olderSteps: 0,
    earlier: [],
    ...more,
  }
}
