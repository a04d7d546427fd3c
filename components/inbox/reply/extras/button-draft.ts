import type { ButtonType, Posted } from '@/lib/domain/reply/reply-content'

export type ButtonDraft = Posted<'buttons'>['buttons'][number]

/** The same button with another task: its title stays, the rest starts anew. */
export function withTask({ title }: ButtonDraft, type: ButtonType): ButtonDraft {
  if (type === 'link') return { type, title, url: 'https://' }
  if (type === 'call') return { type, title, phone: '' }
  return { type, title, payload: undefined }
}
