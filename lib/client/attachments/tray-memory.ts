import type { Attachment } from './attachment'

/** The files that stood in a conversation's composer when the page was left. Their bytes: `blob-shelf.ts`, or the server. */
export function readTray(conversationId: string): Attachment[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(conversationId)) ?? '[]')
    return Array.isArray(stored) ? (stored as Attachment[]) : []
  } catch {
    return []
  }
}

export function writeTray(conversationId: string, files: Attachment[]) {
  try {
    // Addresses of this page's own copies mean nothing to the next one.
    const kept = files.map(({ previewUrl: _, ...file }) => file)
    if (kept.length > 0) localStorage.setItem(keyOf(conversationId), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(conversationId))
  } catch {
    // Storage may be full or forbidden; what is on screen still counts.
  }
}

function keyOf(conversationId: string): string {
  return `files of ${conversationId}`
}
