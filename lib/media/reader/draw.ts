import sharp, { type Sharp } from 'sharp'
import { type Drawing, type Drawn, PIXELS_MAX, type Refused, THUMBNAIL_PX } from './asked'

/** Decoding a picture within the limit of pixels takes far less, also on a busy machine. */
const SECONDS_MAX = 20
const BLUR_PX = 16
const WEBP = { quality: 78 }

// One picture at a time, and nothing kept between two of them.
sharp.cache(false)
sharp.concurrency(1)

/** Draws a picture of a stranger anew. Only for the reader's own process: libvips and its codecs are native code. */
export async function draw(asked: Drawing): Promise<Drawn | Refused> {
  try {
    return asked.kind === 'thumbnail' ? await drawThumbnail(asked.file) : await drawPortrait(asked)
  } catch (error) {
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message)
    return { refused: isBomb ? 'too-many-pixels' : 'unreadable' }
  }
}

/** The size is the whole picture's, turned as its camera says. */
async function drawThumbnail(file: string): Promise<Drawn> {
  const picture = open(file)
  const { autoOrient } = await picture.metadata()
  const { width, height } = autoOrient
  const small = picture.resize(THUMBNAIL_PX, THUMBNAIL_PX, {
    fit: 'inside',
    withoutEnlargement: true,
  })
  return { ...(await toWebp(small)), width, height }
}

async function drawPortrait({ bytes, sidePx }: Extract<Drawing, { kind: 'portrait' }>) {
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
