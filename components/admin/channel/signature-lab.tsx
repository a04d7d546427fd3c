'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { Panel } from '@/components/ui/panel'
import { type LabInput, useSignatureLab } from '@/lib/client/channel/channel-admin'
import { LabAnswer } from './lab-answer'

const EMPTY: LabInput = { body: '', encoding: 'text', signature: '', secret: '' }

/** Paste what somebody sent: which step of its signature differs? Secrets are compared on the server and stay there. */
export function SignatureLab({ channelId }: { channelId: string }) {
  const [input, setInput] = useState(EMPTY)
  const lab = useSignatureLab(channelId)
  const set = (changes: Partial<LabInput>) => setInput({ ...input, ...changes })
  function submit(event: FormEvent) {
    event.preventDefault()
    lab.mutate({ ...input, secret: input.secret || undefined })
  }
  return (
    <Panel
      title="Signature lab"
      about="A delivery was turned away? Paste its body and its signature and read which step differs."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <LabFields input={input} set={set} />
        <FormError>{lab.error?.message}</FormError>
        <Button type="submit" pending={lab.isPending} className="self-start">
          Compare
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
  return (
    <>
      <TextAreaField
        label="Body"
        rows={5}
        spellCheck={false}
        className="font-mono text-meta"
        value={input.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
        hint="A text field turns every line end into LF. Paste base64 or hex where that matters."
      />
      <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
        <ChoiceField
          label="Body is written as"
          value={input.encoding}
          choices={[
            { value: 'text', label: 'Text' },
            { value: 'base64', label: 'Base64' },
            { value: 'hex', label: 'Hex' },
          ]}
          onChoice={(value) =>
            set({ encoding: value === 'hex' || value === 'base64' ? value : 'text' })
          }
        />
        <Field
          label="Signature"
          required
          spellCheck={false}
          value={input.signature}
          onChange={(event) => set({ signature: event.currentTarget.value })}
          hint="The value, or the whole header line."
        />
      </div>
      <Field
        label="Another secret to try"
        type="password"
        autoComplete="off"
        value={input.secret}
        onChange={(event) => set({ secret: event.currentTarget.value })}
        hint="Only if none of ours fits. It is forgotten at once."
      />
    </>
  )
}
