import type { Content } from './content'

/**
 * Whether an echo says what a reply said. Text is compared without outer space, because platforms trim it;
 * files by kind and caption, because the address is rewritten on the way.
 */
export function isSameContent(a: Content, b: Content): boolean {
  if (a.type !== b.type) return false
  return (wordsOf(a) ?? '') === (wordsOf(b) ?? '')
}

function wordsOf(content: Content): string | undefined {
  return 'text' in content ? content.text?.trim().replaceAll('\r\n', '\n') : JSON.stringify(content)
}
