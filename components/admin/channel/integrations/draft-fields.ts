/** A field of an integration while somebody edits it. */
export interface DraftField {
  key: number
  name: string
  /** As it was typed; a field of an existing integration that nobody touched has none. */
  value?: string
  /** What is shown of the stored value. */
  masked?: string
}

const RESERVED =
  'Stella keeps the field “id” for itself: it gives the integration its id. Use another name, such as “externalId”.'

/** Why these fields can't be saved; undefined when they can. */
export function fieldsBlockedBecause(fields: DraftField[]): string | undefined {
  const names = fields.map((field) => field.name.trim())
  if (names.includes('id')) return RESERVED
  if (names.includes('')) return 'Every field needs a name.'
  if (new Set(names).size < names.length) return 'Two fields have the same name.'
  return fields.length === 0 ? 'Add at least one field.' : undefined
}

/** The fields that were typed, by name. */
export function typedFields(fields: DraftField[]): Record<string, unknown> {
  const typed = fields.filter((field) => field.value !== undefined)
  return Object.fromEntries(typed.map(({ name, value }) => [name.trim(), value ?? '']))
}

/** What was changed of an integration: fields that were typed, and names that are gone. A new name needs its value. */
export function toChange(
  before: Record<string, unknown>,
  fields: DraftField[],
): { set: Record<string, unknown>; remove: string[] } {
  const kept = new Set(fields.map((field) => field.name.trim()))
  return {
    set: typedFields(fields),
    remove: Object.keys(before).filter((name) => !kept.has(name)),
  }
}

export type ParsedJson = { fields: Record<string, unknown> } | { problem: string }

/** JSON as somebody typed it: its fields, or why it can't be saved. */
export function parseJsonFields(text: string): ParsedJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'This is not JSON yet.' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'An integration is a JSON object: { "name": "value" }.' }
  const fields = Object.fromEntries(Object.entries(value))
  if ('id' in fields) return { problem: RESERVED }
  return Object.keys(fields).length === 0 ? { problem: 'Add at least one field.' } : { fields }
}
