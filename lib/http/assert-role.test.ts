import { expect, test } from 'vitest'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import { ROLES } from '@/lib/domain/people/role'
import { assertRole } from './assert-role'

const person = { id: '1', name: 'Ana', email: 'ana@example.com', settings: DEFAULT_AGENT_SETTINGS }

test.each([
  ['agent', []],
  ['supervisor', ['agent']],
  ['admin', ['supervisor', 'agent']],
] as const)('what needs the role %s is refused to those below it, in words', (needed, below) => {
  for (const role of ROLES) {
    const check = () => assertRole({ ...person, role }, needed)
    if (below.some((each) => each === role)) expect(check).toThrow(/^Only .*admins can do this/)
    else expect(check).not.toThrow()
  }
})
