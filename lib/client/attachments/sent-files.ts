import type { Attachment } from './attachment'

/** More can't be taken back before the first of them has left. */
const KEPT_MAX = 50

const sent = new Map<string, Attachment>()

/** Remembers the file of a reply, for the case that its writer takes the reply back. Lives as long as the page. */
export function keepSentFile(messageId: string, file: Attachment) {
  sent.set(messageId, file)
  const [oldest] = sent.keys()
  if (sent.size > KEPT_MAX && oldest !== undefined) sent.delete(oldest)
}

/** The file of a reply that was taken back, once; undefined where this page did not send it. */
export function takeSentFile(messageId: string): Attachment | undefined {
  const file = sent.get(messageId)
  sent.delete(messageId)
  return file
}
