/** Longest sides in pixels, tried from the largest; phones show no more than the first. */
const SIDES = [2560, 2048, 1600, 1280, 960]
const QUALITIES = [0.85, 0.7, 0.55]

/** The picture as a JPEG of at most `sizeMax` bytes. Throws when this browser can't read it. */
export async function shrinkPicture(file: Blob, sizeMax: number): Promise<Blob> {
  const bitmap = await createImageBitmap(file)
  try {
    for (const side of SIDES) {
      const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
      for (const quality of QUALITIES) {
        const smaller = await draw(bitmap, scale, quality)
        if (smaller.size <= sizeMax) return smaller
      }
    }
  } finally {
    bitmap.close()
  }
  throw new Error('The picture can’t be made small enough.')
}

async function draw(bitmap: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser can’t draw.')
  // JPEG knows no transparency; without this it would turn black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })
  if (!blob) throw new Error('This browser can’t write JPEG.')
  return blob
}
