'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { useSaveConnection } from '@/lib/client/channel/channel-admin'
import type { ConnectionFields } from '@/lib/domain/channel/connection'
import { tokenNeededBecause } from '@/lib/domain/channel/connection-addresses'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'
import { toConnectionInput, USUAL_CONNECTION, withDialect } from './connection-fields'

interface ConnectionDialogProps {
  /** Absent: a new one. */
  connection?: ConnectionView
  onClose: () => void
}

/** A new connection, or one to be set right. The token goes in and never comes out again. */
export function ConnectionDialog({ connection, onClose }: ConnectionDialogProps) {
  const [fields, setFields] = useState<ConnectionFields>(connection ?? USUAL_CONNECTION)
  const [accessToken, setAccessToken] = useState('')
  const { say } = useTranslator()
  const save = useSaveConnection(connection?.id)
  const tokenNeeded = connection && tokenNeededBecause(connection, fields)
  const set = (changes: Partial<ConnectionFields>) => setFields({ ...fields, ...changes })

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate(toConnectionInput(fields, accessToken), { onSuccess: onClose })
  }

  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={connection ? `Edit ${connection.name}` : 'Connect a Stella app'}
      description="In Stella: Settings → Access Token."
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <Field
          label="Name"
          required
          maxLength={80}
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Field
          label={connection ? 'New access token' : 'Access token'}
          type="password"
          autoComplete="off"
          required={!connection || Boolean(tokenNeeded)}
          value={accessToken}
          onChange={(event) => setAccessToken(event.currentTarget.value)}
          hint={
            tokenNeeded
              ? say(tokenNeeded)
              : connection
                ? `Leave it empty to keep the one that ends in ${connection.tokenHint}.`
                : 'Stored encrypted. Only its last four characters are ever shown.'
          }
        />
        <details className="rounded-control border px-3" open={Boolean(connection)}>
          <summary className="flex min-h-10 cursor-pointer items-center text-list font-medium">
            Addresses and dialect
          </summary>
          <DialectFields fields={fields} set={set} />
        </details>
        <FormError>{save.error?.message}</FormError>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {connection ? 'Save' : 'Connect'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface DialectFieldsProps {
  fields: ConnectionFields
  set: (changes: Partial<ConnectionFields>) => void
}

function DialectFields({ fields, set }: DialectFieldsProps) {
  return (
    <div className="flex flex-col gap-4 pt-1 pb-4">
      {ADDRESSES.map(([name, label]) => (
        <Field
          key={name}
          label={label}
          type="url"
          required
          value={fields[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
      <ChoiceField
        label="Name of the messages in sendResponses"
        value={fields.responseKey}
        choices={[
          { value: 'response', label: 'response' },
          { value: 'responses', label: 'responses (older)' },
        ]}
        onChoice={(value) => set({ responseKey: value === 'responses' ? value : 'response' })}
      />
      <ChoiceField
        label="Name of the token in addresses"
        value={fields.tokenParam}
        choices={[
          { value: 'access_token', label: 'access_token' },
          { value: 'accessToken', label: 'accessToken' },
        ]}
        onChoice={(value) => set({ tokenParam: value === 'accessToken' ? value : 'access_token' })}
      />
      <ChoiceField
        label="Events"
        value={fields.dialect}
        choices={[
          { value: 'stella', label: 'Stella' },
          { value: 'woztell', label: 'WOZTELL: also statuses and member changes' },
        ]}
        onChoice={(value) => set(withDialect(value, fields.signatureHeader))}
      />
      <Field
        label="Header of the signature"
        required
        value={fields.signatureHeader}
        onChange={(event) => set({ signatureHeader: event.currentTarget.value })}
      />
    </div>
  )
}

const ADDRESSES = [
  ['botUrl', 'Bot API'],
  ['restUrl', 'REST API'],
  ['fileUrl', 'File API'],
] as const
