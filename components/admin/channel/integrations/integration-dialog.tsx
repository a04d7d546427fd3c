'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { type IntegrationInput, useSaveIntegration } from '@/lib/client/channel/integrations'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import {
  type DraftField,
  fieldsBlockedBecause,
  parseJsonFields,
  toChange,
  typedFields,
} from './draft-fields'
import { FieldEditor } from './field-editor'

interface IntegrationDialogProps {
  connectionId: string
  /** Absent: a new one. */
  integration?: MaskedIntegration
  onClose: () => void
}

/** A new integration, field by field or as JSON; or one whose fields are changed. */
export function IntegrationDialog({ connectionId, integration, onClose }: IntegrationDialogProps) {
  const [fields, setFields] = useState<DraftField[]>(() => toDraft(integration))
  const [json, setJson] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const save = useSaveIntegration(connectionId)

  function submit(event: FormEvent) {
    event.preventDefault()
    const input = json === undefined ? fromFields(fields, integration) : fromJson(json)
    if (typeof input === 'string') return setProblem(input)
    setProblem(undefined)
    save.mutate(input, { onSuccess: onClose })
  }

  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={integration ? 'Change an integration' : 'New integration'}
      description={
        integration
          ? 'Stella can only make and delete: the changed integration gets a new id.'
          : 'Fields of your choice, for the bot to use.'
      }
      className="max-w-xl"
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        {json === undefined ? (
          <FieldEditor fields={fields} onFields={setFields} />
        ) : (
          <TextAreaField
            label="JSON"
            rows={10}
            spellCheck={false}
            className="font-mono text-meta"
            value={json}
            onChange={(event) => setJson(event.currentTarget.value)}
          />
        )}
        <FormError>{problem ?? save.error?.message}</FormError>
        <div className="flex flex-wrap justify-end gap-2">
          {!integration && (
            <Button variant="ghost" className="mr-auto" onClick={() => setJson(swap(json, fields))}>
              {json === undefined ? 'Write JSON instead' : 'Fill in fields instead'}
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {integration ? 'Save as new' : 'Create'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function toDraft(integration: MaskedIntegration | undefined): DraftField[] {
  if (!integration) return [{ key: 0, name: '', value: '' }]
  return Object.entries(integration.fields).map(([name, shown], key) => ({
    key,
    name,
    masked: typeof shown === 'string' ? shown : JSON.stringify(shown),
  }))
}

function fromFields(
  fields: DraftField[],
  integration: MaskedIntegration | undefined,
): IntegrationInput | string {
  const blocked = fieldsBlockedBecause(fields)
  if (blocked) return blocked
  if (!integration) return { fields: typedFields(fields) }
  return { id: integration.id, ...toChange(integration.fields, fields) }
}

function fromJson(text: string): IntegrationInput | string {
  const parsed = parseJsonFields(text)
  return 'problem' in parsed ? parsed.problem : { fields: parsed.fields }
}

/** The other way of writing, starting from what is typed. */
function swap(json: string | undefined, fields: DraftField[]): string | undefined {
  if (json !== undefined) return undefined
  const named = fields.filter((field) => field.name.trim() !== '')
  return JSON.stringify(typedFields(named), null, 2)
}
