import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { openIncoming } from './incoming'
import type { MediaStore } from './store'

/** Where a bucket is. `endpoint` for anything but Amazon; keys absent: the SDK's own chain (a role, a profile). */
export interface S3Place {
  bucket: string
  region: string
  endpoint?: string
  accessKeyId?: string
  secretAccessKey?: string
  /** Comes before every key, such as `inbox/`. */
  prefix: string
}

const TIMEOUT_MS = 60_000

/**
 * Bytes in a bucket of any S3-compatible service, under `{prefix}{first two hex digits}/{sha256}`. Files are written
 * on local disk first, because their key is their hash, and then sent as a stream.
 */
export function openS3Store(place: S3Place, dataDir: string): MediaStore {
  const client = openClient(place)
  const incoming = openIncoming(path.resolve(dataDir, 'media'))
  const objectOf = (sha256: string) => ({
    Bucket: place.bucket,
    Key: `${place.prefix}${sha256.slice(0, 2)}/${sha256}`,
  })
  const store: MediaStore = {
    temporaryPath: incoming.newPath,
    async keep(temporary, sha256) {
      const { size } = await stat(temporary)
      if ((await store.sizeOf(sha256)) !== size) {
        const Body = createReadStream(temporary)
        await client.send(new PutObjectCommand({ ...objectOf(sha256), Body, ContentLength: size }))
      }
      await rm(temporary, { force: true })
    },
    async sizeOf(sha256) {
      try {
        return (await client.send(new HeadObjectCommand(objectOf(sha256)))).ContentLength
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw error
      }
    },
    async read(sha256, range) {
      const Range = range && `bytes=${range.start}-${range.end}`
      const { Body } = await client.send(new GetObjectCommand({ ...objectOf(sha256), Range }))
      if (!(Body instanceof Readable)) throw new Error('The bucket answered without a body.')
      return Body
    },
    async remove(sha256) {
      await client.send(new DeleteObjectCommand(objectOf(sha256)))
    },
  }
  return store
}

function openClient({ region, endpoint, accessKeyId, secretAccessKey }: S3Place): S3Client {
  return new S3Client({
    region,
    endpoint,
    // Services other than Amazon rarely serve a host name per bucket.
    forcePathStyle: endpoint !== undefined,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    // Checksums in trailers are Amazon's own; the key is a hash already.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: TIMEOUT_MS },
    maxAttempts: 3,
  })
}

function isAbsent(error: unknown): boolean {
  if (error instanceof NotFound) return true
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
}
