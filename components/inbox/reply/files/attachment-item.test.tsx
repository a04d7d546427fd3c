import { expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { Attachment } from '@/lib/client/reply/attachments/attachment'
import type { Tray } from '@/lib/client/reply/attachments/tray'
import { AttachmentItem } from './attachment-item'

const menu: Attachment = {
  id: 'menu',
  name: 'menu.pdf',
  type: 'application/pdf',
  size: 2_000,
  caption: '',
  voice: false,
  state: 'ready',
  progress: 1,
}

test('a file alone has nothing to be moved past', () => {
  expect(shown({}, { first: true, last: true })).not.toContain('Move menu.pdf')
  expect(shown({}, { first: true, last: false })).toContain('aria-label="Move menu.pdf down"')
})

test('while it is on its way its progress is read, and it is cancelled rather than removed', () => {
  const html = shown({ state: 'uploading', progress: 0.4 })
  expect(html).toContain('aria-valuenow="40"')
  expect(html).toContain('aria-label="Cancel upload of menu.pdf"')
  expect(shown({})).toContain('aria-label="Remove menu.pdf"')
})

test('a file that can’t be sent says why at once, and takes no caption', () => {
  const html = shown({ state: 'refused', reason: 'Too large for WhatsApp.' })
  expect(html).toMatch(/role="alert"[^>]*>Too large for WhatsApp\.</)
  expect(html).not.toContain('Caption of')
})

test('a picture that would do if it were smaller can be made so', () => {
  expect(linesIn(shown({ shrinkTo: 5_000_000 }))).toContain('Make smaller')
  expect(linesIn(shown({}))).not.toContain('Make smaller')
})

test('where the platform carries no caption, its words are said to follow', () => {
  const upload = {
    id: 'menu',
    kind: 'image',
    url: '/menu',
    name: 'm',
    type: 'a/b',
    size: 1,
  } as const
  expect(shown({ upload })).toContain('placeholder="Caption"')
  expect(shown({ upload }, {}, 'messenger')).toContain('placeholder="Text to send after it"')
})

function shown(
  more: Partial<Attachment>,
  { first = true, last = true } = {},
  platform: 'whatsapp' | 'messenger' = 'whatsapp',
): string {
  return markupOf(
    <AttachmentItem
      file={{ ...menu, ...more }}
      tray={{} as Tray}
      platform={platform}
      first={first}
      last={last}
      held={false}
      onHold={() => undefined}
      onPass={() => undefined}
    />,
  )
}
