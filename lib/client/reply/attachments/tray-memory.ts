import { TRAY } from '@/lib/client/browser/kept-here'
import { readOwn, writeOwn } from '@/lib/client/browser/own-storage'
import type { Attachment } from './attachment'

/** The files that stood in a conversation's composer when the page was left. Their bytes: `blob-shelf.ts`, or the server. */
export function readTray(conversationId: string): Attachment[] {
  try {
    const stored: unknown = JSON.parse(readOwn(nameOf(conversationId)) ?? '[]')
    return Array.isArray(stored) ? (stored as Attachment[]) : []
  } catch {
    return []
  }
}

export function writeTray(conversationId: string, files: Attachment[]) {
  // Addresses of this page's own copies mean nothing to the next one.
  const kept = files.map(({ previewUrl: _, ...file }) => file)
  writeOwn(nameOf(conversationId), kept.length > 0 ? JSON.stringify(kept) : undefined)
}

function nameOf(conversationId: string): string {
  return `${TRAY}${conversationId}`
}
