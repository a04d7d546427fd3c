import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import type { Platform } from '@/lib/domain/channel/channel'
import { ContentForm } from './content-form'
import { type Drafts, EMPTY_DRAFTS, type ExtraKind } from './kinds'

describe('a form asks for what the platform takes', () => {
  test('buttons on WhatsApp only answer, with a header and a footer around the text', () => {
    const lines = shown('buttons', 'whatsapp')
    expect(lines).toContain('Header (optional)')
    expect(lines).toContain('Footer (optional)')
    expect(lines).not.toContain('Action of button 1')
  })

  test('buttons on Messenger may also lead to an address or call', () => {
    const lines = shown('buttons', 'messenger')
    expect(lines).not.toContain('Header (optional)')
    expect(lines).toContain('Action of button 1')
  })

  test('what a button does decides what is asked about it', () => {
    const link = { type: 'link', title: 'Menu', url: 'https://shop.test' } as const
    const call = { type: 'call', title: 'Call', phone: '' } as const
    const lines = shown('buttons', 'messenger', { ...EMPTY_DRAFTS.buttons, buttons: [link, call] })
    expect(lines).toContain('URL of button 1')
    expect(lines).toContain('Phone number of button 2')
    expect(lines).not.toContain('URL of button 2')
  })

  test('the one article of WeChat needs an address, a card on Messenger may do without', () => {
    expect(shown('carousel', 'wechat')).toContain('URL it opens')
    expect(shown('carousel', 'messenger')).toContain('URL it opens (optional)')
  })

  test('sections of a list need titles only where there is more than one', () => {
    const { list } = EMPTY_DRAFTS
    expect(shown('list', 'whatsapp')).toContain('Title of section 1 (optional)')
    const two = { ...list, sections: [...list.sections, ...structuredClone(list.sections)] }
    expect(shown('list', 'whatsapp', two)).toContain('Title of section 2')
  })
})

function shown<Kind extends ExtraKind>(
  kind: Kind,
  platform: Platform,
  draft: Drafts[ExtraKind] = EMPTY_DRAFTS[kind],
): string[] {
  const html = markupOf(
    <ContentForm
      draft={draft}
      onChange={() => undefined}
      platform={platform}
      templates={{} as never}
    />,
  )
  return linesIn(html)
}
