import { expect, test } from 'vitest'
import { type Fixture, loadFixtures } from '../fixtures/load'
import { readDelivery } from '../read-delivery'

const FIXTURES = loadFixtures()

/** Where each line stands among everything that the delivery told; ids derive from it, so this may never change. */
function expectNumbers(bytes: Buffer, { channel }: Fixture) {
  const { facts } = readDelivery(bytes, { ...channel, receivedAt: Date.parse('2026-01-05') })
  for (const [place, fact] of facts.entries())
    if (fact.type === 'inbound' || fact.type === 'outbound') expect(fact.place).toBe(place)
    else expect(fact).not.toHaveProperty('place')
}

test.each(FIXTURES.map((fixture) => [fixture.name, fixture] as const))(
  'the numbers of messages in %s count all that the delivery told',
  (_, fixture) => expectNumbers(fixture.bytes, fixture),
)

test('in a delivery of several bodies the numbers go on', () => {
  for (const fixture of FIXTURES.filter(({ body }) => body !== undefined)) {
    const bodies = [fixture.body, fixture.body, fixture.body]
    expectNumbers(Buffer.from(JSON.stringify(bodies)), fixture)
  }
})
