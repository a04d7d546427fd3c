import { open } from 'node:fs/promises'
import { UNKNOWN_TYPE } from './inspection'

const LOOK_BYTES = 64 * 1024

/** Documents of the old office all look alike from outside; the ending says which program is meant. */
const OLD_OFFICE: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/**
 * The type of a file that an agent sends, where the bytes alone leave it open: an old office document by its ending,
 * plain text where it reads as text. Never used for what comes from outside.
 */
export async function toDocumentType(file: string, name: string, sniffed: string): Promise<string> {
  if (sniffed === 'application/x-cfb') return OLD_OFFICE[endingOf(name)] ?? sniffed
  if (sniffed !== UNKNOWN_TYPE || !/^(txt|csv|log|md)$/.test(endingOf(name))) return sniffed
  return (await isText(file)) ? 'text/plain' : sniffed
}

function endingOf(name: string): string {
  return name.split('.').at(-1)?.toLowerCase() ?? ''
}

async function isText(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOK_BYTES), 0, LOOK_BYTES, 0)
    const bytes = buffer.subarray(0, bytesRead)
    // The last character may have been cut by the look itself.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return !bytes.includes(0)
  } catch {
    return false
  } finally {
    await handle.close()
  }
}
