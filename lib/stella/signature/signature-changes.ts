import { type Reason, reason } from '@/lib/i18n/reason'

interface Changed {
  bytes: Buffer
  /** What was done to it, as the end of a sentence about it. */
  change?: Reason
}

/** What may have been meant by a secret, as it is first. */
export function keysOf(secret: string): Changed[] {
  const keys: Changed[] = [{ bytes: Buffer.from(secret) }]
  if (secret.trim() !== secret)
    keys.push({ bytes: Buffer.from(secret.trim()), change: reason('connection.lab.keyTrimmed') })
  if (/^([0-9a-f]{2})+$/i.test(secret))
    keys.push({ bytes: Buffer.from(secret, 'hex'), change: reason('connection.lab.keyHex') })
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(secret) && secret.length % 4 === 0)
    keys.push({ bytes: Buffer.from(secret, 'base64'), change: reason('connection.lab.keyBase64') })
  keys.push({ bytes: Buffer.from(`${secret}\n`), change: reason('connection.lab.keyLineEnd') })
  return keys
}

/** The body as it may have been when it was signed, if it changed on its way to whoever copied it. */
export function changedBodies(bytes: Buffer): Changed[] {
  const text = bytes.toString('utf8')
  const lines = text.replaceAll('\r\n', '\n')
  const texts: [string, Reason][] = [
    [text.replace(/^\uFEFF/, ''), reason('connection.lab.noBom')],
    [text.replace(/\r?\n$/, ''), reason('connection.lab.noLineEnd')],
    [`${text}\n`, reason('connection.lab.lineEnd')],
    [`${text}\r\n`, reason('connection.lab.lineEndCrLf')],
    [text.trim(), reason('connection.lab.trimmed')],
    [lines, reason('connection.lab.toLf')],
    [lines.replaceAll('\n', '\r\n'), reason('connection.lab.toCrLf')],
    [`\uFEFF${text}`, reason('connection.lab.bom')],
    [Buffer.from(text, 'latin1').toString('utf8'), reason('connection.lab.beforeLatin1')],
    ...jsonForms(text),
  ]
  const changed = texts.map(([form, change]) => ({ bytes: Buffer.from(form), change }))
  return [
    ...changed,
    { bytes: Buffer.from(text, 'latin1'), change: reason('connection.lab.latin1') },
  ]
}

/** The same JSON as other programs write it: somebody parsed it and wrote it anew. */
function jsonForms(text: string): [string, Reason][] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  const compact = JSON.stringify(value)
  return [
    [compact, reason('connection.lab.compact')],
    [escapeAll(compact), reason('connection.lab.escaped')],
    [compact.replaceAll('/', '\\/'), reason('connection.lab.slashes')],
    [escapeAll(compact).replaceAll('/', '\\/'), reason('connection.lab.escapedSlashes')],
    [JSON.stringify(value, null, 2), reason('connection.lab.indented2')],
    [JSON.stringify(value, null, 4), reason('connection.lab.indented4')],
    [spaced(value), reason('connection.lab.spaced')],
    [escapeAll(spaced(value)), reason('connection.lab.spacedEscaped')],
  ]
}

function escapeAll(json: string): string {
  return json.replaceAll(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${spaced(each)}`,
  )
  return `{${pairs.join(', ')}}`
}
