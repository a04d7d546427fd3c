import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Drawn } from './reader/asked'
import type { MediaStore } from './store'

/** Where a thumbnail is kept; what is inspected is kept by somebody else. */
export type Keeper = Pick<MediaStore, 'temporaryPath' | 'keep'>

/** What stands for a picture until it is there itself. */
export interface Thumbnail {
  thumbnailSha256: string
  /** About a hundred bytes as a data address. */
  blur: string
}

/** Keeps what the picture reader has drawn. */
export async function keepThumbnail(store: Keeper, { webp, blur }: Drawn): Promise<Thumbnail> {
  const thumbnailSha256 = createHash('sha256').update(webp).digest('hex')
  const temporary = await store.temporaryPath()
  await writeFile(temporary, webp, { mode: 0o600 })
  await store.keep(temporary, thumbnailSha256)
  return { thumbnailSha256, blur }
}
