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

function maskText(text: string): string {
  return text.length >= HINTED_LENGTH_MIN ? `••••${text.slice(-HINT_LENGTH)}` : '••••'
}
