import { type Reason, reason } from '@/lib/i18n/reason'

/** A field of an integration while somebody edits it. */
export interface DraftField {
  key: number
  name: string
  /** As it was typed; a field of an existing integration that nobody touched has none. */
  value?: string
  /** What is shown of the stored value. */
  masked?: string
}

/** The field that Stella gives an integration itself. */
const RESERVED = 'id'

/** Why these fields can't be saved; undefined when they can. */
export function fieldsBlockedBecause(fields: DraftField[]): Reason | undefined {
  const names = fields.map((field) => field.name.trim())
  if (names.includes(RESERVED)) return reason('connection.screen.fieldReserved')
  if (names.includes('')) return reason('connection.screen.fieldNameless')
  if (new Set(names).size < names.length) return reason('connection.screen.fieldTwice')
  return fields.length === 0 ? reason('connection.screen.fieldNone') : undefined
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

export type ParsedJson = { fields: Record<string, unknown> } | { problem: Reason }

/** JSON as somebody typed it: its fields, or why it can't be saved. */
export function parseJsonFields(text: string): ParsedJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: reason('connection.screen.jsonInvalid') }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      problem: reason('connection.screen.jsonNotObject', { example: '{ "name": "value" }' }),
    }
  const fields = Object.fromEntries(Object.entries(value))
  if (RESERVED in fields) return { problem: reason('connection.screen.fieldReserved') }
  return Object.keys(fields).length === 0
    ? { problem: reason('connection.screen.fieldNone') }
    : { fields }
}
