import type { Content } from '@/lib/domain/content'
import type { ResponseObject } from './wire'
import { type SentFile, toMediaResponse } from './write-media'

/** A reply as one object of sendResponses (Facts §4). Throws for content no composer offers. */
export function toResponseObject(content: Content, file?: SentFile): ResponseObject {
  const media = file && toMediaResponse(content, file)
  if (media) return media
  if (content.type === 'text') return { type: 'TEXT', text: content.text }
  throw new Error(`Content of type ${content.type} can't be sent`)
}
