import { type Reason, reason } from '@/lib/i18n/reason'
import { announce } from '../people/person-tabs'
import { forgetShelf } from '../reply/attachments/blob-shelf'
import { countUnposted } from '../reply/unposted'
import { closeOwn, listOwn, personId } from './own-storage'

/** How the names of drafts and of files that are not sent begin; a conversation's id follows. */
export const DRAFT = 'draft of '
export const TRAY = 'files of '

/**
 * What would be lost if this person left this browser now; undefined when nothing would. Replies that our server
 * does not have yet come first: they were meant to be sent.
 */
export function keptHereWords(): Reason | undefined {
  const [unposted, drafts, files] = [countUnposted(), listOwn(DRAFT).length, listOwn(TRAY).length]
  const list: Reason[] = []
  if (unposted > 0) list.push(reason('shell.kept.unposted', { count: unposted }))
  if (drafts > 0) list.push(reason('shell.kept.drafts', { count: drafts }))
  if (files > 0) list.push(reason('shell.kept.files', { count: files }))
  return list.length === 0 ? undefined : reason('shell.kept.holds', { items: { list } })
}

/** Removes all that this browser keeps for this person, and tells its other tabs that they left. */
export async function clearKeptHere(): Promise<void> {
  if (personId() === undefined) return
  closeOwn()
  announce(undefined)
  await forgetShelf()
}
