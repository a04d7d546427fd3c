'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { Panel } from '@/components/ui/panel'
import { failureOf } from '@/lib/client/api'
import { type LabInput, useSignatureLab } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import { LabAnswer } from './lab-answer'

const EMPTY: LabInput = { body: '', encoding: 'text', signature: '', secret: '' }

/** Paste what somebody sent: which step of its signature differs? Secrets are compared on the server and stay there. */
export function SignatureLab({ channelId }: { channelId: string }) {
  const { t, say } = useTranslator()
  const [input, setInput] = useState(EMPTY)
  const lab = useSignatureLab(channelId)
  const set = (changes: Partial<LabInput>) => setInput({ ...input, ...changes })
  function submit(event: FormEvent) {
    event.preventDefault()
    lab.mutate({ ...input, secret: input.secret || undefined })
  }
  return (
    <Panel title={t('connection.screen.lab')} about={t('connection.screen.labAbout')}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <LabFields input={input} set={set} />
        <FormError>{lab.error ? say(failureOf(lab.error)) : undefined}</FormError>
        <Button type="submit" pending={lab.isPending} className="self-start">
          {t('connection.screen.labCompare')}
        </Button>
      </form>
      {lab.data && <LabAnswer result={lab.data} />}
    </Panel>
  )
}

interface LabFieldsProps {
  input: LabInput
  set: (changes: Partial<LabInput>) => void
}

/** The body as it came, its signature, and a secret to try. */
function LabFields({ input, set }: LabFieldsProps) {
  const { t } = useTranslator()
  return (
    <>
      <TextAreaField
        label={t('connection.screen.labBody')}
        rows={5}
        spellCheck={false}
        className="font-mono text-meta"
        value={input.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
        hint={t('connection.screen.labBodyHint')}
      />
      <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
        <ChoiceField
          label={t('connection.screen.labEncoding')}
          value={input.encoding}
          choices={[
            { value: 'text', label: t('connection.screen.labText') },
            { value: 'base64', label: t('connection.screen.labBase64') },
            { value: 'hex', label: t('connection.screen.labHex') },
          ]}
          onChoice={(value) =>
            set({ encoding: value === 'hex' || value === 'base64' ? value : 'text' })
          }
        />
        <Field
          label={t('connection.screen.labSignature')}
          required
          spellCheck={false}
          value={input.signature}
          onChange={(event) => set({ signature: event.currentTarget.value })}
          hint={t('connection.screen.labSignatureHint')}
        />
      </div>
      <Field
        label={t('connection.screen.labSecret')}
        type="password"
        autoComplete="off"
        value={input.secret}
        onChange={(event) => set({ secret: event.currentTarget.value })}
        hint={t('connection.screen.labSecretHint')}
      />
    </>
  )
}
