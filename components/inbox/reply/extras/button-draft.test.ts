import { expect, test } from 'vitest'
import { type ButtonDraft, withTask } from './button-draft'

const link: ButtonDraft = { type: 'link', title: 'Our menu', url: 'https://shop.test/menu' }

test('a button keeps its title when it gets another task', () => {
  expect(withTask(link, 'call')).toEqual({ type: 'call', title: 'Our menu', phone: '' })
  expect(withTask(link, 'answer').title).toBe('Our menu')
})

test('an address never goes along as something else', () => {
  expect(withTask(link, 'answer')).not.toHaveProperty('url')
  expect(withTask({ type: 'call', title: 'Call us', phone: '+852 9123 0001' }, 'link')).toEqual({
    type: 'link',
    title: 'Call us',
    url: 'https://',
  })
})
