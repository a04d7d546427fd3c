const BIG_MAX = 3
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}|\u20E3/u

/** Whether a text is one to three emoji and nothing else, which is shown large as phones do. */
export function isEmojiOnly(text: string): boolean {
  // A family of four is eleven code points long; anything longer than this needs no segmenting.
  if (text.length === 0 || text.length > 64) return false
  const signs = Array.from(segmenter.segment(text.trim()), (part) => part.segment).filter(
    (sign) => sign.trim() !== '',
  )
  return signs.length > 0 && signs.length <= BIG_MAX && signs.every((sign) => EMOJI.test(sign))
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
