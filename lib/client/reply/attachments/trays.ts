import type { Attachment } from './attachment'
import type { Tray } from './tray'

/** The trays of this page by conversation. What fills them comes with the first composer. */
export const trays = new Map<string, Tray>()

/** A file whose reply the server refused, or its writer took back, goes back into the composer it came from. */
export function returnFile(conversationId: string, file: Attachment) {
  trays.get(conversationId)?.giveBack(file)
}
