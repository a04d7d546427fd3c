import type { Content } from '@/lib/domain/content'
import type { ResponseObject } from './wire'

/** A file as a platform can fetch it. */
export interface SentFile {
  url: string
  name?: string
}

const TYPES: Partial<Record<Content['type'], string>> = {
  image: 'IMAGE',
  video: 'VIDEO',
  audio: 'AUDIO',
  voice: 'AUDIO',
  file: 'FILE',
}

/**
 * A reply that is a file as one object of sendResponses: `url`, the caption as `text`, and for documents the name
 * that the member sees (Facts §4.1, §4.2). Undefined for content that is no file.
 */
export function toMediaResponse(
  content: Content,
  { url, name }: SentFile,
): ResponseObject | undefined {
  const type = TYPES[content.type]
  if (!type || !('mediaIds' in content)) return undefined
  return {
    type,
    url,
    ...(content.text ? { text: content.text } : {}),
    ...(type === 'FILE' && name ? { filename: name } : {}),
  }
}
