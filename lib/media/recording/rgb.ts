interface Picture {
  /** Brightness of every pixel, then both colours, each at half the width and height. */
  planes: Uint8Array
  width: number
  height: number
}

/** Red, green and blue of the upper left part of a decoded picture of a film (ITU-R BT.601, limited range). */
export function toRgb(
  picture: Picture,
  part: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const { planes, width, height } = picture
  const halfWidth = width >> 1
  const blueAt = width * height
  const redAt = blueAt + halfWidth * (height >> 1)
  const rgb = new Uint8ClampedArray(part.width * part.height * 3)
  let to = 0
  for (let y = 0; y < part.height; y++)
    for (let x = 0; x < part.width; x++) {
      const colour = (y >> 1) * halfWidth + (x >> 1)
      const light = 1.164 * ((planes[y * width + x] ?? 16) - 16)
      const blue = (planes[blueAt + colour] ?? 128) - 128
      const red = (planes[redAt + colour] ?? 128) - 128
      rgb[to++] = light + 1.596 * red
      rgb[to++] = light - 0.392 * blue - 0.813 * red
      rgb[to++] = light + 2.017 * blue
    }
  return new Uint8Array(rgb.buffer)
}
