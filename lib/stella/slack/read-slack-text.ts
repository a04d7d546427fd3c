import type { FactContent } from '@/lib/domain/message/file-facts'
import { addressBeside } from '../reading/read-shared'
import type { ReadingContext } from '../reading/reading'

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
/** What Slack writes between < and >. Nothing in it is a < or a >: those are escaped. */
const COMMAND = /<([^<>\n]{1,4000})>/g

/** Slack's text as its writer typed it: `Tom &amp; Ann`, `<https://x|our FAQ>`, `<@U99|ops>`, `<!here>` are wire forms. */
export function toTyped(text: string): string {
  return text
    .replace(COMMAND, (all, command: string) => toWords(command) ?? all)
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
}

function toWords(command: string): string | undefined {
  const bar = command.indexOf('|')
  const target = bar < 0 ? command : command.slice(0, bar)
  const label = bar < 0 ? '' : command.slice(bar + 1)
  switch (target.charAt(0)) {
    case '@':
      return named('@', label || target.slice(1))
    case '#':
      return named('#', label || target.slice(1))
    case '!':
      return label || named('@', target.slice(1).split('^')[0] ?? '')
    default:
      return /^[a-z][a-z0-9+.-]{0,30}:/i.test(target) ? toLink(target, label) : undefined
  }
}

function named(sign: string, name: string): string {
  return name.startsWith(sign) ? name : `${sign}${name}`
}

function toLink(target: string, label: string): string {
  const address = target.replace(/^(mailto|tel):/i, '')
  return label ? `${label}${addressBeside(label, address)}` : address
}

/** What Stella hands on of Slack keeps Slack's wire forms. */
export function asTyped(fact: FactContent, { platform }: ReadingContext): FactContent {
  const { content } = fact
  if (platform !== 'slack' || !('text' in content) || content.text === undefined) return fact
  return { ...fact, content: { ...content, text: toTyped(content.text) } }
}
