'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { useSaveConnection } from '@/lib/client/channel/channel-admin'
import type { ConnectionFields } from '@/lib/domain/channel/connection'
import { tokenNeededBecause } from '@/lib/domain/channel/connection-addresses'
import type { Key } from '@/lib/i18n/message-catalogue'
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
  const { t, say } = useTranslator()
  const [fields, setFields] = useState<ConnectionFields>(connection ?? USUAL_CONNECTION)
  const [accessToken, setAccessToken] = useState('')
  const save = useSaveConnection(connection?.id)
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
      title={
        connection
          ? t('connection.screen.edit', { name: connection.name })
          : t('connection.screen.connectStellaApp')
      }
      description={t('connection.screen.tokenWhere')}
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <Field
          label={t('common.name')}
          required
          maxLength={80}
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TokenField
          connection={connection}
          fields={fields}
          value={accessToken}
          onValue={setAccessToken}
        />
        <details className="rounded-control border px-3" open={Boolean(connection)}>
          <summary className="flex min-h-10 cursor-pointer items-center text-list font-medium">
            {t('connection.screen.addresses')}
          </summary>
          <DialectFields fields={fields} set={set} />
        </details>
        <FormError>{save.error ? say(failureOf(save.error)) : undefined}</FormError>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {connection ? t('common.save') : t('connection.screen.connect')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface TokenFieldProps {
  connection?: ConnectionView
  fields: ConnectionFields
  value: string
  onValue: (token: string) => void
}

/** The token: needed for a new connection, and again where an address leads to another host. */
function TokenField({ connection, fields, value, onValue }: TokenFieldProps) {
  const { t, say } = useTranslator()
  const needed = connection && tokenNeededBecause(connection, fields)
  const hint = connection
    ? t('connection.screen.keepToken', { hint: connection.tokenHint })
    : t('connection.screen.tokenStored')
  return (
    <Field
      label={connection ? t('connection.screen.newToken') : t('connection.screen.accessToken')}
      type="password"
      autoComplete="off"
      required={!connection || Boolean(needed)}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      hint={needed ? say(needed) : hint}
    />
  )
}

interface DialectFieldsProps {
  fields: ConnectionFields
  set: (changes: Partial<ConnectionFields>) => void
}

function DialectFields({ fields, set }: DialectFieldsProps) {
  const { t } = useTranslator()
  return (
    <div className="flex flex-col gap-4 pt-1 pb-4">
      {ADDRESSES.map(([name, label]) => (
        <Field
          key={name}
          label={t(label)}
          type="url"
          required
          value={fields[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
      <ChoiceField
        label={t('connection.screen.messagesName')}
        value={fields.responseKey}
        choices={[
          { value: 'response', label: 'response' },
          { value: 'responses', label: t('connection.screen.olderName', { name: 'responses' }) },
        ]}
        onChoice={(value) => set({ responseKey: value === 'responses' ? value : 'response' })}
      />
      <ChoiceField
        label={t('connection.screen.tokenName')}
        value={fields.tokenParam}
        choices={[
          { value: 'access_token', label: 'access_token' },
          { value: 'accessToken', label: 'accessToken' },
        ]}
        onChoice={(value) => set({ tokenParam: value === 'accessToken' ? value : 'access_token' })}
      />
      <ChoiceField
        label={t('connection.screen.events')}
        value={fields.dialect}
        choices={[
          { value: 'stella', label: t('connection.screen.stella') },
          { value: 'woztell', label: t('connection.screen.woztell') },
        ]}
        onChoice={(value) => set(withDialect(value, fields.signatureHeader))}
      />
      <Field
        label={t('connection.screen.signatureHeader')}
        required
        value={fields.signatureHeader}
        onChange={(event) => set({ signatureHeader: event.currentTarget.value })}
      />
    </div>
  )
}

const ADDRESSES = [
  ['botUrl', 'connection.screen.botApi'],
  ['restUrl', 'connection.screen.restApi'],
  ['fileUrl', 'connection.screen.fileApi'],
] as const satisfies [keyof ConnectionFields, Key][]
