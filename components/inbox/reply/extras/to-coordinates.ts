/** Two decimal numbers in one text, latitude first; NaN for what isn't there. */
export function toCoordinates(text: string): { latitude: number; longitude: number } {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text)
  return { latitude: Number(match?.[1] ?? Number.NaN), longitude: Number(match?.[2] ?? Number.NaN) }
}

/** The same numbers as they stand in the field; nothing while there are none. */
export function toCoordinateText({
  latitude,
  longitude,
}: {
  latitude: number
  longitude: number
}): string {
  return Number.isNaN(latitude) ? '' : `${latitude}, ${longitude}`
}
