import { expect, test } from 'vitest'
import { toAuditAddress, toAuditQuery } from './audit-address'

const read = (search: string) => toAuditQuery(new URLSearchParams(search))

test('a link to the audit shows whoever opens it the same acts', () => {
  const query = {
    what: 'people',
    who: 'ana',
    from: '2026-11-01',
    to: '2026-11-21',
    conversation: 'roy',
  } as const
  expect(read(new URL(toAuditAddress(query), 'https://inbox.test').search)).toEqual(query)
})

test('without wishes all acts are shown, and the address says no more than that', () => {
  expect(read('')).toEqual({ what: 'acts' })
  expect(new URL(toAuditAddress(read('')), 'https://inbox.test').search).toBe('?what=acts')
})

test('a kind of acts that does not exist is no wish', () => {
  expect(read('what=everything').what).toBe('acts')
})

test.each(['yesterday', '2026-13-01', '2026-11-21T10:00', '21.11.2026'])(
  '%s is no day, and narrows nothing',
  (day) => {
    const { from, to } = read(`from=${day}&to=${day}`)
    expect([from, to]).toEqual([undefined, undefined])
  },
)

test('an empty field of a form is no wish', () => {
  expect(read('who=&conversation=')).toEqual({ what: 'acts' })
})
