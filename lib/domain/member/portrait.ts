/** What is known of a member's picture: the address we last asked, and our copy where it gave one. */
export interface KnownPortrait {
  pictureOf: string | null
  pictureSha256: string | null
}

/**
 * Whether there is nothing to fetch at this address. Platforms sign it anew for each reading: what we have a copy of is
 * the same picture under another signature, and what could not be had is tried again under one.
 */
export function isKnownPortrait({ pictureOf, pictureSha256 }: KnownPortrait, address: string) {
  if (pictureOf === null) return false
  if (pictureSha256 === null) return pictureOf === address
  return withoutQuery(pictureOf) === withoutQuery(address)
}

function withoutQuery(address: string): string {
  return address.split('?', 1)[0] ?? ''
}
