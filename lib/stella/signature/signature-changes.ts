interface Changed {
  bytes: Buffer
  /** What was done to it, as the end of "It was signed …". */
  change?: string
}

/** What may have been meant by a secret, as it is first. */
export function keysOf(secret: string): Changed[] {
  const keys: Changed[] = [{ bytes: Buffer.from(secret) }]
  if (secret.trim() !== secret)
    keys.push({ bytes: Buffer.from(secret.trim()), change: 'without the spaces around it' })
  if (/^([0-9a-f]{2})+$/i.test(secret))
    keys.push({ bytes: Buffer.from(secret, 'hex'), change: 'read as hex' })
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(secret) && secret.length % 4 === 0)
    keys.push({ bytes: Buffer.from(secret, 'base64'), change: 'read as base64' })
  keys.push({ bytes: Buffer.from(`${secret}\n`), change: 'with a line end after it' })
  return keys
}

/** The body as it may have been when it was signed, if it changed on its way to whoever copied it. */
export function changedBodies(bytes: Buffer): Changed[] {
  const text = bytes.toString('utf8')
  const lines = text.replaceAll('\r\n', '\n')
  const texts: [string, string][] = [
    [text.replace(/^\uFEFF/, ''), 'without the byte order mark'],
    [text.replace(/\r?\n$/, ''), 'without the line end at the end'],
    [`${text}\n`, 'with a line end at the end'],
    [`${text}\r\n`, 'with a line end (CR LF) at the end'],
    [text.trim(), 'without the spaces around it'],
    [lines, 'with the line ends LF instead of CR LF'],
    [lines.replaceAll('\n', '\r\n'), 'with the line ends CR LF instead of LF'],
    [`\uFEFF${text}`, 'with a byte order mark'],
    [Buffer.from(text, 'latin1').toString('utf8'), 'before UTF-8 was read as Latin-1'],
    ...jsonForms(text),
  ]
  const changed = texts.map(([form, change]) => ({ bytes: Buffer.from(form), change }))
  return [...changed, { bytes: Buffer.from(text, 'latin1'), change: 'in Latin-1 instead of UTF-8' }]
}

/** The same JSON as other programs write it: somebody parsed it and wrote it anew. */
function jsonForms(text: string): [string, string][] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  const compact = JSON.stringify(value)
  return [
    [compact, 'in compact form: it was parsed and written anew on its way'],
    [escapeAll(compact), 'with \\u escapes for every character beyond ASCII'],
    [compact.replaceAll('/', '\\/'), 'with every slash escaped'],
    [escapeAll(compact).replaceAll('/', '\\/'), 'with \\u escapes and every slash escaped'],
    [JSON.stringify(value, null, 2), 'indented by two spaces'],
    [JSON.stringify(value, null, 4), 'indented by four spaces'],
    [spaced(value), 'with a space after each comma and colon'],
    [escapeAll(spaced(value)), 'with spaces after commas and colons and \\u escapes'],
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
