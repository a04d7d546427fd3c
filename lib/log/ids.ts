import { hash } from 'node:crypto'

/** Namespace of every id that the fold derives. Changing it would make a rebuild give other ids. */
const NAMESPACE = '6f2d9a52-54b6-4c0e-9a8e-3f1a7b8c9d10'

const NAMESPACE_BYTES = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex')

/**
 * The UUID (v5, RFC 9562) that a name always has. Throws for half a surrogate pair, as it always did. Written out, because
 * the package `uuid` takes the namespace apart for each name and hashes by three calls: a fourth of all that folding a line
 * costs.
 */
export function idOf(name: string): string {
  if (!name.isWellFormed()) throw new URIError('URI malformed')
  const hex = hash('sha1', Buffer.concat([NAMESPACE_BYTES, Buffer.from(name)]))
  const variant = VARIANTS[Number.parseInt(hex.charAt(16), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const VARIANTS = ['8', '9', 'a', 'b']

/**
 * The same, remembering what it derived: a batch asks for the id of one conversation hundreds of times. Not so for that of a
 * message, which is asked for once.
 */
export function rememberIds(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    if (name.startsWith('message')) return idOf(name)
    const id = known.get(name) ?? idOf(name)
    known.set(name, id)
    return id
  }
}
