'use client'

import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { Panel } from '@/components/ui/panel'
import { type LabInput, useSignatureLab } from '@/lib/client/channel/console'
import type { LabStep, LabVerdict } from '@/lib/domain/channel/signature-lab'

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
        <FormError>{lab.error?.message}</FormError>
        <Button type="submit" pending={lab.isPending} className="self-start">
          Compare
        </Button>
      </form>
      {lab.data && <LabAnswer result={lab.data} />}
    </Panel>
  )
}

function LabAnswer({ result }: { result: LabVerdict }) {
  return (
    <section aria-label="What differs" className="mt-4 border-t pt-3">
      <p role="status" className={cn('font-medium', result.accepted ? 'text-ok' : 'text-bad')}>
        {result.accepted ? 'This would be accepted.' : 'This is turned away.'}
      </p>
      <ol className="mt-2 flex flex-col gap-2">
        {result.steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
    </section>
  )
}

const SIGNS = {
  ok: { icon: CircleCheck, tone: 'text-ok', words: 'fits' },
  differs: { icon: CircleAlert, tone: 'text-bad', words: 'differs' },
  unknown: { icon: CircleHelp, tone: 'text-wait', words: 'can’t be told' },
} as const

function Step({ step }: { step: LabStep }) {
  const { icon: Icon, tone, words } = SIGNS[step.state]
  return (
    <li aria-label={step.name} className="flex gap-2.5 text-list">
      <Icon aria-hidden className={cn('mt-px size-4 shrink-0', tone)} />
      <p className="min-w-0 break-words">
        <span className="font-medium">{step.name}</span> <span className={tone}>{words}</span>.{' '}
        {step.text}
      </p>
    </li>
  )
}
