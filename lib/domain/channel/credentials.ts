/** Names of fields that hold no secret, whatever they hold; every other text of an integration is taken for one. */
const PLAIN_NAMES = new Set([
  'name',
  'title',
  'label',
  'description',
  'note',
  'type',
  'kind',
  'provider',
  'platform',
  'locale',
  'language',
  'environment',
  'env',
  'version',
  'region',
  'currency',
  'timezone',
])

const HINT_LENGTH = 4
/** Shorter secrets would be half told by four characters. */
const HINTED_LENGTH_MIN = 12

/**
 * What may be shown of a value of an integration: plain fields as they are, of everything else at most the last four
 * characters. Objects and arrays keep their shape. Total: any JSON gives JSON.
 */
export function maskValue(name: string, value: unknown): unknown {
  if (typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => maskValue(name, each))
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, maskValue(key, each)]),
    )
  return isPlainField(name) ? value : maskText(String(value))
}

/** Whether a field's value may be shown: its name is one of those that never name a secret. */
export function isPlainField(name: string): boolean {
  return PLAIN_NAMES.has(name.toLowerCase())
}

/**
 * Names of the credentials that would go along to an address they were not given for: those that stay as they are while a
 * field is set to an address on a host that the integration did not name before. Stored secrets are shown to nobody, so
 * nobody may have them sent elsewhere either.
 */
export function credentialsToRepeat(
  before: Record<string, unknown>,
  { set, remove }: { set: Record<string, unknown>; remove: string[] },
): string[] {
  const known = new Set(originsIn(before))
  if (originsIn(set).every((origin) => known.has(origin))) return []
  return Object.keys(before).filter(
    (name) => !(name in set) && !remove.includes(name) && holdsSecret(name, before[name]),
  )
}

function holdsSecret(name: string, value: unknown): boolean {
  return JSON.stringify(maskValue(name, value)) !== JSON.stringify(value) && !isAddress(value)
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && originOf(value) !== undefined
}

function originsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(originsIn)
  const origin = typeof value === 'string' ? originOf(value) : undefined
  return origin ? [origin] : []
}

/** Of an address, or of what looks like a bare host. */
function originOf(text: string): string | undefined {
  const bare = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/|$)/i.test(text.trim())
  const address = bare ? `https://${text.trim()}` : text.trim()
  if (!URL.canParse(address)) return undefined
  const { host, protocol } = new URL(address)
  return host ? `${protocol}//${host}` : undefined
}

function maskText(text: string): string {
  return text.length >= HINTED_LENGTH_MIN ? `••••${text.slice(-HINT_LENGTH)}` : '••••'
}
