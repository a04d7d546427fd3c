import { readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'

interface Node {
  type: string
  start: number
  [name: string]: unknown
}

/** A text for people that stands in code instead of a catalogue. */
export interface LooseText {
  line: number
  text: string
}

/** Strings in these are read by engineers: programmers' errors and lines of the log. */
const FOR_ENGINEERS =
  /^(?:Error|TypeError|RangeError|Unreadable)$|^(?:logger|console|log|tellSecurity)\b|\.logger\b/
/** Their strings are names of styles, or texts of another language of computers. */
const NOT_WORDS = /^(?:cn|cva|sql|twMerge|RegExp|querySelector(?:All)?|closest|matches|require)$/
const STYLE_ATTRIBUTES =
  /(?:[cC]lassName|^d|^viewBox|^style|^transform|^sizes|^content|^allow|^rel|^keys)$/

/** Names of keys as browsers call them, and of types of content. */
const NAMES =
  /^(?:Enter|Escape|Esc|Tab|Shift|Control|Ctrl|Alt|Meta|Mod|Backspace|Delete|Home|End|Space|Files|[a-z]+\/[\w.+-]+; \w+=\w+)$/
/** Selectors, media queries and lists of classes, which stand outside of a call where a table holds them. */
const STYLES =
  /^(?:[.:(@[]|input,)|^[a-z][\w/:[\].%-]*(?: [a-z][\w/:[\].%-]*-[\w/:[\].%-]*)+$|^translate\(/

/** Every text of a source file that looks as if a person were to read it. */
export function looseTextsIn(file: string): LooseText[] {
  const source = readFileSync(file, 'utf8')
  const found: LooseText[] = []
  walk(parseSync(file, source).program as unknown as Node, (node) => {
    const text = textOf(node)
    if (text === undefined) return
    const isMarkup = node.type === 'JSXText'
    if (NAMES.test(text) || STYLES.test(text)) return
    if (isMarkup ? /\p{L}{2}/u.test(text) : isSentence(text))
      found.push({ line: source.slice(0, node.start).split('\n').length, text })
  })
  return found
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return String(node.value).trim()
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node.quasis as { value: { raw: string } }[]
  return quasis.map(({ value }) => value.raw).join('…')
}

/** Two words with a space between, or one that begins like a label. */
function isSentence(text: string): boolean {
  return /\p{L}{2}[,.:;…’]? [\p{L}“…]/u.test(text) || /^\p{Lu}\p{Ll}+[.…?!]?$/u.test(text)
}

function walk(node: Node, visit: (node: Node) => void): void {
  if (isSkipped(node)) return
  visit(node)
  for (const [name, child] of Object.entries(node)) {
    if (name === 'type') continue
    for (const each of Array.isArray(child) ? child : [child])
      if (typeof each === 'object' && each !== null && typeof (each as Node).type === 'string')
        walk(each as Node, visit)
  }
}

function isSkipped(node: Node): boolean {
  if (
    /^(?:Import|Export.*From|TS)/.test(node.type) &&
    !/^TS(?:As|Satisfies|NonNull)/.test(node.type)
  )
    return true
  if (node.type === 'ExpressionStatement' && 'directive' in node && node.directive) return true
  if (node.type === 'JSXAttribute') return STYLE_ATTRIBUTES.test(nameOf(node.name))
  if (node.type === 'NewExpression' || node.type === 'CallExpression')
    return FOR_ENGINEERS.test(nameOf(node.callee)) || NOT_WORDS.test(nameOf(node.callee))
  if (node.type === 'TaggedTemplateExpression') return /sql|css/.test(nameOf(node.tag))
  return false
}

/** `logger.info` of a member, `cn` of an identifier. */
function nameOf(value: unknown): string {
  const node = value as Node
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  return typeof node.name === 'string' ? node.name : ''
}
