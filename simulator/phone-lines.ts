import type { ResponseObject } from '@/lib/stella/wire'
import type { SaidNow, SentMedia } from './said'
import type { PhoneLine } from './state'

/** What a member sees of what they did themselves. */
export function onPhone(said: SaidNow): Pick<PhoneLine, 'text' | 'media'> {
  switch (said.type) {
    case 'text':
      return { text: said.text }
    case 'tap':
      return { text: said.title }
    case 'media':
      return { text: said.media.caption, media: toPhoneMedia(said.media) }
    case 'location':
      return { text: `📍 ${said.name ?? ''} ${said.latitude}, ${said.longitude}` }
    case 'contact':
      return { text: `👤 ${said.name} ${said.phone}` }
    case 'reaction':
      return { text: said.emoji }
  }
}

function toPhoneMedia({ kind, path, fileName }: SentMedia) {
  return { kind, url: path, name: fileName }
}

/** What a member sees of one object of the `response` array (Facts §4). */
export function responseOnPhone(response: ResponseObject): Pick<PhoneLine, 'text' | 'media'> {
  const text = typeof response.text === 'string' ? response.text : undefined
  if (typeof response.url !== 'string') return { text: text ?? `[${response.type}]` }
  const name = typeof response.filename === 'string' ? response.filename : undefined
  return { text, media: { kind: response.type.toLowerCase(), url: response.url, name } }
}
