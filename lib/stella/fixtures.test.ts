import { expect, test } from 'vitest'
import { toRule } from '@/lib/domain/log/stored-reason'
import { english } from '@/lib/i18n/catalogues'
import { type Fixture, loadFixtures } from './fixtures/load'
import { playFixture, seenOf } from './fixtures/play'

const FIXTURES = loadFixtures()

test.each(FIXTURES)('$name: $about', (fixture) => {
  const { becomes } = fixture
  const world = playFixture(fixture)
  const outcome = world.outcomes.get('3')
  expect(outcome?.error).toBeNull()
  expect(english.say(toRule(outcome?.rule ?? ''))).toBe((becomes.ignored ?? []).join('; '))

  const seen = seenOf(world, fixture)
  expect(seen.bubbles).toHaveLength(becomes.bubbles?.length ?? 0)
  expect(seen.bubbles).toMatchObject((becomes.bubbles ?? []).map(withAuthor))
  expect(seen.marks).toMatchObject((becomes.marks ?? []).map(({ of: _, ...mark }) => mark))
  expect(seen.lines).toHaveLength(becomes.lines?.length ?? 0)
  expect(seen.lines).toMatchObject(becomes.lines ?? [])
  if (becomes.refreshes) expect(world.effects).toMatchObject([{ type: 'refresh-member' }])
  expect(world.channels.get('channel')?.authorized).toBe(!becomes.deauthorized)
})

function withAuthor<Bubble extends object>(bubble: Bubble) {
  return { author: 'member', ...bubble }
}

test('every fixture becomes something, and none is only a problem', () => {
  const empty = FIXTURES.filter(({ becomes }) => Object.keys(becomes).length === 0)
  expect(empty.map(({ name }) => name)).toEqual([])
  expect(FIXTURES.length).toBeGreaterThan(200)
})

test('the same fixture again changes nothing that is seen', () => {
  for (const fixture of FIXTURES) {
    const once = seenOf(playFixture(fixture), fixture)
    const twice = seenOf(playFixture(fixture, twiceIn(fixture)), fixture)
    expect({ [fixture.name]: twice.marks }).toEqual({ [fixture.name]: once.marks })
    const hasIds = twice.bubbles.length > 0 && fixture.name.startsWith('messenger/')
    if (hasIds) expect(twice.bubbles).toHaveLength(once.bubbles.length)
  }
})

/** One delivery with the body twice, where it is JSON. */
function twiceIn({ body, bytes }: Fixture): Uint8Array {
  return body === undefined ? bytes : Buffer.from(JSON.stringify([body, body].flat()))
}
