import type { IntegrationInput } from '@/lib/client/channel/integrations'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import type { Reason } from '@/lib/i18n/reason'
import {
  type DraftField,
  fieldsBlockedBecause,
  parseJsonFields,
  toChange,
  typedFields,
} from './draft-fields'

/** The fields of an integration as somebody starts to edit them; of a new one, a first empty one. */
export function toDraftFields(integration: MaskedIntegration | undefined): DraftField[] {
  if (!integration) return [{ key: 0, name: '', value: '' }]
  return Object.entries(integration.fields).map(([name, shown], key) => ({
    key,
    name,
    masked: typeof shown === 'string' ? shown : JSON.stringify(shown),
  }))
}

/** What is saved of the fields, or why nothing can be. */
export function fieldsInput(
  fields: DraftField[],
  integration: MaskedIntegration | undefined,
): IntegrationInput | Reason {
  const blocked = fieldsBlockedBecause(fields)
  if (blocked) return blocked
  if (!integration) return { fields: typedFields(fields) }
  return { id: integration.id, ...toChange(integration.fields, fields) }
}

/** The same of what was written as JSON. */
export function jsonInput(text: string): IntegrationInput | Reason {
  const parsed = parseJsonFields(text)
  return 'problem' in parsed ? parsed.problem : { fields: parsed.fields }
}

/** The other way of writing: JSON starting from what is typed, or undefined for the fields. */
export function otherWay(json: string | undefined, fields: DraftField[]): string | undefined {
  if (json !== undefined) return undefined
  const named = fields.filter((field) => field.name.trim() !== '')
  return JSON.stringify(typedFields(named), null, 2)
}
