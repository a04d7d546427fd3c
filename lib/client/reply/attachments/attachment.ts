import type { Platform } from '@/lib/domain/channel/channel'
import { carriesCaption, type SentKind } from '@/lib/domain/media/file-limits'
import type { MediaReply } from '@/lib/domain/reply/schema/media-reply-schema'
import type { Said } from '@/lib/i18n/reason'
import type { UploadView } from '@/lib/view/media-view'

/** A file in an agent's composer. Its id is made here and is the upload's id on the server. */
export interface Attachment {
  id: string
  name: string
  /** What the browser takes it for; the server looks for itself. */
  type: string
  /** Bytes. */
  size: number
  caption: string
  /** Recorded in the composer. */
  voice: boolean
  /** `waiting`: the connection broke, it goes on by itself. */
  state: 'uploading' | 'waiting' | 'ready' | 'refused'
  /** 0 to 1. */
  progress: number
  /** Why it was refused or waits. */
  reason?: Said
  /** A picture of at most so many bytes would be taken. */
  shrinkTo?: number
  upload?: UploadView
  /** Shows it before the server has it; lives as long as the page. */
  previewUrl?: string
}

/** What one file becomes: a reply of its own, and where the platform carries no caption the words after it. */
export interface FileReply {
  content: MediaReply
  upload: UploadView
  /** Words that follow as their own message. */
  after?: string
}

/** The replies of the files that are ready, in their order. */
export function toFileReplies(attachments: Attachment[], platform: Platform): FileReply[] {
  return attachments.flatMap(({ caption, upload }) => {
    if (!upload) return []
    const { kind, id } = upload
    if (kind === 'sticker') return []
    const words = caption.trim() || undefined
    const travels = carriesCaption(platform, toSentKind(kind))
    const content: MediaReply = { type: kind, uploadId: id, text: travels ? words : undefined }
    return [{ content, upload, after: travels ? undefined : words }]
  })
}

/** Why the files can't be sent as they stand; undefined when they can. */
export function unsendableFilesBecause(attachments: Attachment[]): string | undefined {
  if (attachments.some(({ state }) => state === 'refused'))
    return 'Take out the files that can’t be sent.'
  if (attachments.some(({ state }) => state !== 'ready')) return 'The files are still uploading.'
  return undefined
}

/** The list with one file moved by so many places; as it is when it can't move. */
export function moved(attachments: Attachment[], id: string, by: number): Attachment[] {
  const from = attachments.findIndex((each) => each.id === id)
  const file = attachments[from]
  const to = from + by
  if (!file || to < 0 || to >= attachments.length) return attachments
  return attachments.toSpliced(from, 1).toSpliced(to, 0, file)
}

export function toSentKind(kind: UploadView['kind']): SentKind {
  return kind === 'voice' ? 'audio' : kind === 'sticker' ? 'image' : kind
}
