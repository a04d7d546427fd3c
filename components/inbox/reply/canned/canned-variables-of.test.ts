import { expect, test } from 'vitest'
import { ANA, conversationOf } from '../../testing-conversation'
import { cannedVariablesOf } from './canned-variables-of'

const { member } = conversationOf()

test('the first name is the first word of the name', () => {
  const variables = cannedVariablesOf(
    conversationOf({ member: { ...member, name: ' Mei Ling Wong ' } }),
    ANA,
  )
  expect(variables['member.firstName']).toBe('Mei')
  expect(variables['agent.name']).toBe('Ana')
  expect(variables['channel.name']).toBe('Shop HK')
})

test('a member without a name is not greeted by their number', () => {
  const nameless = conversationOf({ member: { ...member, name: member.externalId } })
  const variables = cannedVariablesOf(nameless, ANA)
  expect(variables['member.name']).toBeUndefined()
  expect(variables['member.firstName']).toBeUndefined()
  expect(variables['member.id']).toBe('85260903521')
})
