import type { Content } from './content'

/**
 * Whether an echo says what a reply said. Text is compared without outer space, because platforms trim it;
 * files by kind and caption, because the address is rewritten on the way; a template by what an event tells of it.
 */
export function isSameContent(a: Content, b: Content): boolean {
  return kindOf(a) === kindOf(b) && signOf(a) === signOf(b)
}

/** A voice message leaves as a recording like any other, and comes back as one. */
function kindOf({ type }: Content): string {
  return type === 'voice' ? 'audio' : type
}

function signOf(content: Content): string {
  switch (content.type) {
    case 'location':
      // A platform may round: five places are about a metre.
      return lines(content.latitude.toFixed(5), content.longitude.toFixed(5), content.name)
    case 'contacts':
      return lines(...content.contacts.flatMap(({ name, phones }) => [name, ...phones]))
    case 'cards':
      return lines(content.text, ...content.cards.flatMap(({ title, text }) => [title, text]))
    case 'list':
      return lines(content.text, ...content.sections.flatMap(({ rows }) => rows.map(titleOf)))
    case 'template':
      return lines(content.name, content.language, ...content.values)
    default:
      return lines(content.text)
  }
}

function lines(...words: (string | undefined)[]): string {
  return words.map((word) => word?.trim().replaceAll('\r\n', '\n') ?? '').join('\n')
}

function titleOf({ title }: { title: string }): string {
  return title
}
