import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import type { Answer, Call } from '../router'

/*
 * Files that mean harm, or whose host is broken. A member sends one as a photo by its name: `media: "image"` with
 * `piece: "endless"`. Whoever fetches it has to end with a reason, in bounded time, memory and disk.
 */

export const HOSTILE = {
  private: 'its address leads to the metadata service of a cloud',
  loop: 'its address redirects to itself',
  endless: 'it never ends',
  huge: 'it says that it has 10 GB',
  drip: 'a byte a second',
  bomb: 'a small PNG that unpacks to 72 million pixels',
  lie: 'says image/jpeg and is a page with a script',
  truncated: 'a photo that breaks off in the middle, though it is whole by its headers',
  broken: 'the connection breaks in the middle',
  missing: 'the host answers 404',
  late: 'the host answers 404 when it is first asked, and gives the photo from then on',
} as const
export type HostileName = keyof typeof HOSTILE

export const HOSTILE_NAMES = Object.keys(HOSTILE) as [HostileName, ...HostileName[]]

const METADATA_URL = 'http://169.254.169.254/latest/meta-data/'
const HUGE_BYTES = 10 * 1024 ** 3
const CHUNK = Buffer.alloc(256 * 1024, 0xff)
const BOMB = { width: 12_000, height: 6_000 }

/** Answers as the name says; by itself where the answer is a stream. */
export async function serveHostile(name: HostileName, call: Call): Promise<Answer | undefined> {
  switch (name) {
    case 'private':
      return { status: 302, headers: { Location: METADATA_URL }, body: '' }
    case 'loop':
      return { status: 302, headers: { Location: call.path }, body: '' }
    case 'missing':
      return { status: 404, body: 'gone' }
    case 'lie':
      return jpeg(Buffer.from('<!doctype html><script>document.title = "taken"</script>'))
    case 'bomb':
      return { status: 200, headers: { 'Content-Type': 'image/png' }, body: await bomb() }
    case 'late':
      return isFirstAsked(call.path) ? { status: 404, body: 'not yet' } : jpeg(await photo())
    case 'truncated': {
      const whole = await photo()
      return jpeg(whole.subarray(0, whole.length / 2))
    }
    default:
      await stream(name, call)
      return undefined
  }
}

const asked = new Set<string>()

/** Every media id has an address of its own, so members' photos don't know of each other. */
function isFirstAsked(path: string): boolean {
  if (asked.has(path)) return false
  asked.add(path)
  return true
}

async function stream(name: 'endless' | 'huge' | 'drip' | 'broken', { response }: Call) {
  const length = name === 'huge' ? { 'Content-Length': `${HUGE_BYTES}` } : {}
  const whole = name === 'broken' ? await photo() : undefined
  response.writeHead(200, {
    'Content-Type': 'image/jpeg',
    ...length,
    ...(whole ? { 'Content-Length': `${whole.length}` } : {}),
  })
  if (whole) {
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
    return
  }
  while (!response.destroyed) {
    const isTaken = response.write(name === 'drip' ? CHUNK.subarray(0, 1) : CHUNK)
    if (name === 'drip') await sleep(1_000, undefined, { ref: false })
    else if (!isTaken) await drained(response)
  }
}

function drained(response: Call['response']) {
  return new Promise<void>((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}

function jpeg(body: Buffer): Answer {
  return { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body }
}

let madeBomb: Promise<Buffer> | undefined

function bomb(): Promise<Buffer> {
  madeBomb ??= sharp({
    create: { ...BOMB, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  return madeBomb
}

/** Noise doesn't pack, so half of it is a good many kilobytes. */
function photo(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer()
}
