import type { Content } from '@/lib/domain/message/content'
import type { Said } from '@/lib/i18n/reason'
import type { ResponseObject } from '../wire'

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
 * that the member sees (Facts §4.1, §4.2). Throws for content that is no file, and for a file without an address.
 */
export function toMediaResponse(
  content: Content,
  file: SentFile | { blocked: Said } | undefined,
): ResponseObject {
  const type = TYPES[content.type]
  if (!type || !('mediaIds' in content) || !file || !('url' in file))
    throw new Error(`Content of type ${content.type} has no file to send`)
  const { url, name } = file
  return {
    type,
    url,
    ...(content.text ? { text: content.text } : {}),
    ...(type === 'FILE' && name ? { filename: name } : {}),
  }
}
