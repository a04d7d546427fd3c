import type { Content } from '@/lib/domain/content'
import type { ResponseObject } from './wire'

/** A reply as one object of sendResponses (Facts §4). Throws for content no composer offers. */
export function toResponseObject(content: Content): ResponseObject {
  if (content.type === 'text') return { type: 'TEXT', text: content.text }
  throw new Error(`Content of type ${content.type} can't be sent`)
}
