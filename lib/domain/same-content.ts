import type { Content } from './content'

/**
 * Whether an echo says what a reply said. Text is compared without outer space, because platforms trim it;
 * files by kind and caption, because the address is rewritten on the way.
 */
export function isSameContent(a: Content, b: Content): boolean {
  if (kindOf(a) !== kindOf(b)) return false
  return (wordsOf(a) ?? '') === (wordsOf(b) ?? '')
}

/** A voice message leaves as a recording like any other, and comes back as one. */
function kindOf({ type }: Content): string {
  return type === 'voice' ? 'audio' : type
}

function wordsOf(content: Content): string | undefined {
  const hasWords = 'text' in content || 'mediaIds' in content
  return hasWords ? content.text?.trim().replaceAll('\r\n', '\n') : JSON.stringify(content)
}
