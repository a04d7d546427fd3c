import { expect, test } from 'vitest'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import { HEADER_FORMATS } from '@/lib/domain/reply/template'
import { emptyHeader, withButtonTask } from './template-draft'

test('a template without a header has none, and a text header waits for its words', () => {
  expect(emptyHeader('none')).toBeUndefined()
  expect(emptyHeader('text')).toEqual({ format: 'text', text: '' })
})

test.each(HEADER_FORMATS.filter((format) => format !== 'text'))(
  'a %s header can be saved as it is: the file comes with each sending',
  (format) => {
    const template = { name: 'order_update', language: 'en', body: 'Hello' }
    const saved = templateSchema.parse({ ...template, header: emptyHeader(format) })
    expect(saved.header).toEqual({ format })
  },
)

test('a button keeps its title when it gets another task, and no address of a task before', () => {
  const link = { type: 'link', title: 'Track it', url: 'https://shop.test/{{1}}' } as const
  expect(withButtonTask(link, 'call')).toEqual({ type: 'call', title: 'Track it' })
  expect(withButtonTask({ type: 'answer', title: 'Track it' }, 'link')).toEqual({
    type: 'link',
    title: 'Track it',
    url: 'https://',
  })
})
