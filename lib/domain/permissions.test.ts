import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { hasRole, ROLES } from './people/role'
import {
  ACTION_NAMES,
  changeBlockedBecause,
  channelsSeenBy,
  forbiddenBecause,
  hiddenBecause,
  roleFor,
} from './permissions'

test('what a role may not do is refused in a sentence that says who may', () => {
  for (const action of ACTION_NAMES)
    for (const role of ROLES) {
      const refusal = forbiddenBecause({ role }, action)
      if (hasRole(role, roleFor(action))) expect(refusal).toBeUndefined()
      else
        expect(refusal && english.say(refusal)).toMatch(/^Only (supervisors and )?admins can .+\.$/)
    }
})

test('people are kept to their channels, admins to none', () => {
  for (const role of ['agent', 'supervisor'] as const) {
    expect(hiddenBecause({ role, channelIds: ['a'] }, 'a')).toBeUndefined()
    expect(hiddenBecause({ role, channelIds: ['a'] }, 'b')).toEqual(
      reason('failure.forbidden.channel'),
    )
    expect(hiddenBecause({ role, channelIds: [] }, 'b')).toBeDefined()
    expect(hiddenBecause({ role }, 'b')).toBeUndefined()
  }
  expect(channelsSeenBy({ role: 'admin', channelIds: [] })).toBeUndefined()
})

const admin = { id: 'ada', role: 'admin', disabled: false } as const

test.each([
  ['demoted', 'admin', { role: 'agent', disabled: false }, 0, 'people.account.lastAdmin'],
  ['disabled', 'admin', { role: 'admin', disabled: true }, 0, 'people.account.lastAdmin'],
  ['demoted beside another admin', 'admin', { role: 'agent', disabled: false }, 1, undefined],
  ['kept', 'admin', { role: 'admin', disabled: false }, 0, undefined],
] as const)('an admin who is %s', (_, __, after, others, expected) => {
  expect(changeBlockedBecause('other', admin, after, others)?.key).toBe(expected)
})

test('nobody disables themselves, and enabling anyone is free', () => {
  expect(changeBlockedBecause('ada', admin, { role: 'admin', disabled: true }, 3)).toEqual(
    reason('people.account.notYourself'),
  )
  const off = { ...admin, disabled: true }
  expect(changeBlockedBecause('x', off, { role: 'agent', disabled: false }, 0)).toBeUndefined()
})
