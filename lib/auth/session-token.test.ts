import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { fixedRing } from '@/lib/key-ring'
import { readSessionToken, sessionSecret } from './session-token'

const before = fixedRing('a secret of at least thirty-two bytes')
const after = fixedRing('another secret of thirty-two bytes!', before.secrets())

test('a session that was signed with the old secret goes on while that is in the ring', async () => {
  const token = await encode({ token: { sessionId: 's1' }, secret: sessionSecret(before) })
  expect(await readSessionToken(after, token)).toMatchObject({ sessionId: 's1' })
  const forgotten = fixedRing(after.secrets()[0] ?? '')
  expect(await readSessionToken(forgotten, token)).toBeNull()
  const anew = await encode({ token: { sessionId: 's2' }, secret: sessionSecret(after) })
  expect(await readSessionToken(before, anew)).toBeNull()
  expect(await readSessionToken(forgotten, anew)).toMatchObject({ sessionId: 's2' })
})

test('what is no cookie of ours says nothing', async () => {
  for (const token of [undefined, '', 'x', 'a.b.c.d.e'])
    expect(await readSessionToken(after, token)).toBeNull()
})
