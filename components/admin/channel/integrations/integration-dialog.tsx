'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { useSaveIntegration } from '@/lib/client/channel/integrations'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import type { DraftField } from './draft-fields'
import { FieldEditor } from './field-editor'
import { fieldsInput, jsonInput, otherWay, toDraftFields } from './integration-draft'

interface IntegrationDialogProps {
  connectionId: string
  /** Absent: a new one. */
  integration?: MaskedIntegration
  onClose: () => void
}

/** A new integration, field by field or as JSON; or one whose fields are changed. */
export function IntegrationDialog({ connectionId, integration, onClose }: IntegrationDialogProps) {
  const [fields, setFields] = useState<DraftField[]>(() => toDraftFields(integration))
  const [json, setJson] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const save = useSaveIntegration(connectionId)

  function submit(event: FormEvent) {
    event.preventDefault()
    const input = json === undefined ? fieldsInput(fields, integration) : jsonInput(json)
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
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => setJson(otherWay(json, fields))}
            >
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
