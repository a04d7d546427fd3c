import { expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import { type Access, AccessFields } from './access-fields'

test('an admin is not kept to channels, whatever was chosen before', () => {
  const lines = shown({ role: 'admin', channelIds: ['hk'] })
  expect(lines).toContain('Admins see all channels.')
  expect(lines).not.toContain('Shop HK')
})

test('channels are offered one by one only to who is kept to some', () => {
  expect(shown({ role: 'agent', channelIds: null })).not.toContain('Shop HK')
  expect(shown({ role: 'agent', channelIds: [] })).toContain('Shop HK')
})

test('each role says what it may do', () => {
  expect(shown({ role: 'agent', channelIds: null })).toContain('Answers members.')
  expect(shown({ role: 'supervisor', channelIds: null }).join(' ')).toContain('canned replies')
})

function shown(value: Access): string[] {
  const html = markupOf(
    <AccessFields
      value={value}
      onChange={() => undefined}
      channels={[{ id: 'hk', name: 'Shop HK', platform: 'whatsapp' }]}
    />,
  )
  return linesIn(html)
}
