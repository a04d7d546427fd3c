import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { sweepIncoming } from './incoming'
import { type MediaStore, openDiskStore } from './store'

/** The settings that say where media is kept (lib/env.ts). */
export interface StoreSettings {
  DATA_DIR: string
  S3_BUCKET?: string
  S3_REGION: string
  S3_ENDPOINT?: string
  S3_ACCESS_KEY_ID?: string
  S3_SECRET_ACCESS_KEY?: string
  S3_PREFIX: string
}

/**
 * The store that the settings name: a bucket where there is one, else the disk. Sweeps what a crash left half written, and
 * closes the folder to other accounts of the machine: an older version left it open.
 */
export async function openStore(settings: StoreSettings): Promise<MediaStore> {
  const root = path.resolve(settings.DATA_DIR, 'media')
  await mkdir(root, { recursive: true, mode: 0o700 })
  // A folder that somebody else owns is theirs to close.
  await chmod(root, 0o700).catch(() => {})
  await sweepIncoming(root)
  if (!settings.S3_BUCKET) return openDiskStore(settings.DATA_DIR)
  const place = {
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT,
    accessKeyId: settings.S3_ACCESS_KEY_ID,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
    prefix: settings.S3_PREFIX,
  }
  // Loaded only where it is used: the SDK is large.
  const { openS3Store } = await import('./s3-store')
  return openS3Store(place, settings.DATA_DIR)
}
