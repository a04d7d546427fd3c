import { announce } from '../people/person-tabs'
import { forgetShelf } from '../reply/attachments/blob-shelf'
import { countUnposted } from '../reply/unposted'
import { closeOwn, listOwn, personId } from './own-storage'

/** How the names of drafts and of files that are not sent begin; a conversation's id follows. */
export const DRAFT = 'draft of '
export const TRAY = 'files of '

/**
 * What would be lost if this person left this browser now, in words; undefined when nothing would. Replies that our server
 * does not have yet come first: they were meant to be sent.
 */
export function keptHereWords(): string | undefined {
  const parts = [
    counted(countUnposted(), 'reply that is not sent yet', 'replies that are not sent yet'),
    counted(listOwn(DRAFT).length, 'draft', 'drafts'),
    counted(
      listOwn(TRAY).length,
      'conversation with attached files',
      'conversations with attached files',
    ),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return undefined
  return `This browser still holds ${parts.join(' and ')}. Signing out removes what it holds.`
}

function counted(count: number, one: string, many: string): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`
}

/** Removes all that this browser keeps for this person, and tells its other tabs that they left. */
export async function clearKeptHere(): Promise<void> {
  if (personId() === undefined) return
  closeOwn()
  announce(undefined)
  await forgetShelf()
}
