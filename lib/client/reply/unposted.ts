import type { Said } from '@/lib/i18n/reason'
import type { MessageView } from '@/lib/view/message-view'
import { adoptOwn, listOwn, writeOwn } from '../browser/own-storage'
import type { LocalMessage } from '../message/bubble'

/*
 * Replies that our server has not confirmed to have, kept in this browser until it has: a page that is closed or
 * reloaded while the line is down, or while the server's question about a reply is open, loses none. Each lies under a key of its own, so that tabs don't overwrite each other.
 */

/** Names this tab as long as it is open; a reply belongs to the tab that is posting it. */
const TAB = typeof crypto === 'undefined' ? '' : crypto.randomUUID()

interface Kept {
  tab: string
  bubble: LocalMessage
  /** The server did not take it, and its writer has not said yet what becomes of it. */
  refused?: Refused
}

/** Why the server did not take a reply, and what its writer had not seen. */
export interface Refused {
  message: Said
  missed: MessageView[]
}

/** What lay longer than this is not sent by itself any more: the conversation may have gone on. */
export const GOES_BY_ITSELF_MS = 10 * 60_000

let isHeld = false

/** Keeps a reply with its new state. Its file stays behind: the server has that already. */
export function keepUnposted(bubble: LocalMessage, refused?: Refused) {
  holdTab()
  const { localFile, ...kept } = bubble
  writeOwn(nameOf(bubble), JSON.stringify({ tab: TAB, bubble: kept, refused } satisfies Kept))
}

/** The server has it, or its writer has answered what was asked about it. */
export function forgetUnposted(bubble: Pick<LocalMessage, 'id'>) {
  writeOwn(nameOf(bubble), undefined)
}

/** How many of this person's replies this browser keeps, in whichever tab. */
export function countUnposted(): number {
  return listOwn(PREFIX).length
}

/** This person's replies of tabs that are gone, oldest first. */
export async function takeOverUnposted(): Promise<Pick<Kept, 'bubble' | 'refused'>[]> {
  adoptOwn(`${PREFIX}of`, PREFIX)
  const open = await openTabs()
  return readAll()
    .filter(({ tab }) => tab !== TAB && !open.has(tab))
    .sort((a, b) => (a.bubble.sentAt < b.bubble.sentAt ? -1 : 1))
}

function nameOf({ id }: Pick<LocalMessage, 'id'>): string {
  return `${PREFIX}${id}`
}

const PREFIX = 'unposted '

function readAll(): Kept[] {
  return listOwn(PREFIX).flatMap((key) => parse(localStorage.getItem(key)))
}

function parse(text: string | null): Kept[] {
  try {
    const kept: Partial<Kept> = JSON.parse(text ?? '')
    return kept.bubble?.posted && kept.tab !== undefined ? [kept as Kept] : []
  } catch {
    return []
  }
}

/** A lock that ends with the tab, however it ends. */
function holdTab() {
  if (isHeld || !navigator.locks) return
  isHeld = true
  void navigator.locks.request(lockOf(TAB), () => new Promise(() => undefined))
}

async function openTabs(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.flatMap(({ name }) => name?.split(lockOf(''))[1] ?? []))
}

function lockOf(tab: string): string {
  return `unposted-replies-tab:${tab}`
}
