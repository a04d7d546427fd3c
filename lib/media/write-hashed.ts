import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** More bytes came than are taken, whatever the headers promised. */
export class TooLarge extends Error {}

/** Writes a stream to a file and hashes it on the way: sha256 in hex and size in bytes. Throws TooLarge. */
export async function writeHashed(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  sizeMax: number,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  const handle = await open(file, 'w', 0o600)
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > sizeMax) throw new TooLarge()
      hash.update(chunk)
      await handle.write(chunk)
    }
    await handle.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}
