'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { failureOf } from '@/lib/client/api'
import { useSaveIntegration } from '@/lib/client/channel/integrations'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import { isReason, type Reason } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
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
  const { t, say } = useTranslator()
  const [fields, setFields] = useState<DraftField[]>(() => toDraftFields(integration))
  const [json, setJson] = useState<string>()
  const [problem, setProblem] = useState<Reason>()
  const save = useSaveIntegration(connectionId)

  function submit(event: FormEvent) {
    event.preventDefault()
    const input = json === undefined ? fieldsInput(fields, integration) : jsonInput(json)
    if (isReason(input)) return setProblem(input)
    setProblem(undefined)
    save.mutate(input, { onSuccess: onClose })
  }

  const failure = problem ?? (save.error ? failureOf(save.error) : undefined)
  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={
        integration ? t('connection.screen.editIntegration') : t('connection.screen.newIntegration')
      }
      description={
        integration
          ? t('connection.screen.editIntegrationText')
          : t('connection.screen.newIntegrationText')
      }
      className="max-w-xl"
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        {json === undefined ? (
          <FieldEditor fields={fields} onFields={setFields} />
        ) : (
          <TextAreaField
            label={t('connection.screen.json')}
            rows={10}
            spellCheck={false}
            className="font-mono text-meta"
            value={json}
            onChange={(event) => setJson(event.currentTarget.value)}
          />
        )}
        <FormError>{failure === undefined ? undefined : say(failure)}</FormError>
        <div className="flex flex-wrap justify-end gap-2">
          {!integration && (
            <Button
              variant="ghost"
              className="mr-auto"
              onClick={() => setJson(otherWay(json, fields))}
            >
              {json === undefined
                ? t('connection.screen.writeJson')
                : t('connection.screen.fillFields')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {integration ? t('connection.screen.saveAsNew') : t('common.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
