import sharp, { type Sharp } from 'sharp'
import { type Answer, type Asked, askedSchema, PIXELS_MAX, THUMBNAIL_PX } from './drawing'

/*
 * A process of its own for pictures: strangers made them, and libvips and its codecs are native code.
 * `ask-reader.ts` starts it with limits and asks for one picture after the other.
 */

/** Decoding a picture within the limit of pixels takes far less, also on a busy machine. */
const SECONDS_MAX = 20
const BLUR_PX = 16
const WEBP = { quality: 78 }

// One picture at a time, and nothing kept between two of them.
sharp.cache(false)
sharp.concurrency(1)

process.on('disconnect', () => process.exit(0))
process.on('message', async (message) => {
  process.send?.(await answer(askedSchema.parse(message)))
})

async function answer(asked: Asked): Promise<Answer> {
  try {
    if (asked.kind === 'thumbnail') return await drawThumbnail(asked.file)
    return asked.kind === 'poster' ? await drawPoster(asked) : await drawPortrait(asked)
  } catch (error) {
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message)
    return { refused: isBomb ? 'too many pixels' : 'unreadable' }
  }
}

/** The size is the whole picture's, turned as its camera says. */
async function drawThumbnail(file: string): Promise<Answer> {
  const picture = open(file)
  const { autoOrient } = await picture.metadata()
  const { width, height } = autoOrient
  const small = picture.resize(THUMBNAIL_PX, THUMBNAIL_PX, {
    fit: 'inside',
    withoutEnlargement: true,
  })
  return { ...(await toWebp(small)), width, height }
}

/** The frame as it is to be shown: turned, and in the proportions that the film says. */
async function drawPoster({ frame, ...shown }: Extract<Asked, { kind: 'poster' }>) {
  const { rgb, width, height, turn } = frame
  const scale = Math.min(1, THUMBNAIL_PX / shown.width, THUMBNAIL_PX / shown.height)
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } })
    .rotate(turn)
    .resize(toSide(shown.width * scale), toSide(shown.height * scale), { fit: 'fill' })
  return { ...(await toWebp(picture)), width: shown.width, height: shown.height }
}

async function drawPortrait({ bytes, sidePx }: Extract<Asked, { kind: 'portrait' }>) {
  const square = open(bytes).resize(sidePx, sidePx, { fit: 'cover' })
  return { ...(await toWebp(square)), width: sidePx, height: sidePx }
}

function open(input: string | Uint8Array): Sharp {
  return sharp(input, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
    .autoOrient()
    .timeout({ seconds: SECONDS_MAX })
}

async function toWebp(picture: Sharp) {
  const webp = await picture.webp(WEBP).toBuffer()
  const tiny = await sharp(webp)
    .resize(BLUR_PX, BLUR_PX, { fit: 'inside' })
    .webp({ quality: 20, alphaQuality: 20, effort: 6 })
    .toBuffer()
  return { webp, blur: `data:image/webp;base64,${tiny.toString('base64')}` }
}

function toSide(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}
