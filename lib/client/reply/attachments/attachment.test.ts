import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { type Attachment, moved, toFileReplies, unsendableFilesBecause } from './attachment'

test('a file moves by the places it is told, and none is lost on the way', () => {
  const files = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(files, fc.nat(), fc.integer({ min: -9, max: 9 }), (ids, pick, by) => {
      const list = ids.map((id) => file({ id }))
      const at = pick % ids.length
      const after = moved(list, ids[at] ?? '', by).map(({ id }) => id)
      expect(after.toSorted()).toEqual(ids.toSorted())
      const isPossible = at + by >= 0 && at + by < ids.length
      expect(after.indexOf(ids[at] ?? '')).toBe(isPossible ? at + by : at)
    }),
  )
})

test('a caption travels with a picture on WhatsApp, and follows the file everywhere else', () => {
  const files = [file({ caption: ' Look ' }), file({ caption: '', id: 'b' })]
  expect(toFileReplies(files, 'whatsapp')).toMatchObject([
    { content: { type: 'image', text: 'Look' }, after: undefined },
    { content: { type: 'image', text: undefined }, after: undefined },
  ])
  expect(toFileReplies(files.slice(0, 1), 'messenger')).toMatchObject([
    { content: { text: undefined }, after: 'Look' },
  ])
})

test('files are sent when every one is ready, and the reason is said when one is not', () => {
  expect(unsendableFilesBecause([])).toBeUndefined()
  expect(unsendableFilesBecause([file({})])).toBeUndefined()
  expect(unsendableFilesBecause([file({}), file({ state: 'waiting' })])).toEqual(
    reason('composer.files.stillUploading'),
  )
  expect(unsendableFilesBecause([file({ state: 'refused' })])).toEqual(
    reason('composer.files.hasRefused'),
  )
})

function file(given: Partial<Attachment>): Attachment {
  const id = given.id ?? 'a'
  return {
    id,
    name: 'a.jpg',
    type: 'image/jpeg',
    size: 10,
    caption: '',
    voice: false,
    state: 'ready',
    progress: 1,
    upload: { id, kind: 'image', name: 'a.jpg', type: 'image/jpeg', size: 10, url: `/u/${id}` },
    ...given,
  }
}
