import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { CATALOGUES, messagesFor } from '@/lib/i18n/catalogues'
import type { Room } from '@/lib/i18n/message-catalogue'
import { I18nProvider } from '@/lib/i18n/use-translator'

const MESSAGES = messagesFor('en-GB', Object.keys(CATALOGUES.en) as Room[])

/** What the server would send for this, as HTML. Nothing can be pressed in it. */
export function markupOf(node: ReactNode): string {
  return renderToStaticMarkup(
    <I18nProvider locale="en-GB" timeZone="UTC" messages={MESSAGES}>
      {node}
    </I18nProvider>,
  )
}

const BLOCKS =
  /<\/?(?:article|button|div|dd|dt|h\d|label|legend|li|ol|option|p|section|ul)\b[^>]*>/g

/** The words of a page, one block a line, as somebody reads them who sees no colours and no signs. */
export function linesIn(html: string): string[] {
  const text = html.replaceAll(BLOCKS, '\n').replaceAll(/<[^>]+>/g, '')
  return decoded(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}
