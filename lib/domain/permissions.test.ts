import { expect, test } from 'vitest'
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
      const reason = forbiddenBecause({ role }, action)
      if (hasRole(role, roleFor(action))) expect(reason).toBeUndefined()
      else expect(reason).toMatch(/^Only (supervisors and )?admins may .+\.$/)
    }
})

test('people are kept to their channels, admins to none', () => {
  for (const role of ['agent', 'supervisor'] as const) {
    expect(hiddenBecause({ role, channelIds: ['a'] }, 'a')).toBeUndefined()
    expect(hiddenBecause({ role, channelIds: ['a'] }, 'b')).toMatch(/An admin can give you access/)
    expect(hiddenBecause({ role, channelIds: [] }, 'b')).toBeDefined()
    expect(hiddenBecause({ role }, 'b')).toBeUndefined()
  }
  expect(channelsSeenBy({ role: 'admin', channelIds: [] })).toBeUndefined()
})

const admin = { id: 'ada', role: 'admin', disabled: false } as const

test.each([
  ['demoted', 'admin', { role: 'agent', disabled: false }, 0, /last admin/],
  ['disabled', 'admin', { role: 'admin', disabled: true }, 0, /last admin/],
  ['demoted beside another admin', 'admin', { role: 'agent', disabled: false }, 1, undefined],
  ['kept', 'admin', { role: 'admin', disabled: false }, 0, undefined],
] as const)('an admin who is %s', (_, __, after, others, expected) => {
  const reason = changeBlockedBecause('other', admin, after, others)
  if (expected) expect(reason).toMatch(expected)
  else expect(reason).toBeUndefined()
})

test('nobody disables themselves, and enabling anyone is free', () => {
  expect(changeBlockedBecause('ada', admin, { role: 'admin', disabled: true }, 3)).toMatch(
    /yourself/,
  )
  const off = { ...admin, disabled: true }
  expect(changeBlockedBecause('x', off, { role: 'agent', disabled: false }, 0)).toBeUndefined()
})
