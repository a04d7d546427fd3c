'use client'

import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Problem } from '@/components/ui/feedback/problem'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { IconButton } from '@/components/ui/icon-button'
import { useSaveCannedReply } from '@/lib/client/workspace/house'
import { type CannedReply, unknownVariablesIn, VARIABLES } from '@/lib/domain/reply/canned-reply'
import { CannedPreview } from './canned-preview'

/** Writes a canned reply, one text a language, and shows what a member would read. */
export function CannedDialog({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  const [draft, setDraft] = useState(reply)
  const save = useSaveCannedReply()
  const [unknown] = draft.texts.flatMap(({ text }) => unknownVariablesIn(text))
  const problem = unknown ? `{{${unknown}}} stands for nothing here.` : undefined
  const setText = (index: number, part: { language?: string; text?: string }) =>
    setDraft({
      ...draft,
      texts: draft.texts.map((text, at) => (at === index ? { ...text, ...part } : text)),
    })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!save.isPending && !unknown) save.mutate(draft, { onSuccess: onClose })
  }

  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={reply.title || 'New canned reply'}
      className="max-w-2xl"
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <FormError>{save.error?.message}</FormError>
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Field
            label="Title"
            required
            maxLength={80}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
          />
          <Field
            label="Folder"
            maxLength={40}
            value={draft.folder}
            onChange={(event) => setDraft({ ...draft, folder: event.currentTarget.value })}
          />
        </div>
        {draft.texts.map((text, index) => (
          <TextInLanguage
            // biome-ignore lint/suspicious/noArrayIndexKey: texts are added and removed at their places only.
            key={index}
            text={text}
            number={index + 1}
            onChange={(part) => setText(index, part)}
            onRemove={
              draft.texts.length > 1
                ? () => setDraft({ ...draft, texts: draft.texts.filter((_, at) => at !== index) })
                : undefined
            }
          />
        ))}
        <Button
          className="self-start"
          onClick={() =>
            setDraft({ ...draft, texts: [...draft.texts, { language: '', text: '' }] })
          }
        >
          <Plus aria-hidden className="size-4" /> Another language
        </Button>
        <p className="text-meta text-muted">
          Variables:{' '}
          {Object.keys(VARIABLES)
            .map((name) => `{{${name}}}`)
            .join(' ')}
        </p>
        <CannedPreview texts={draft.texts} />
        <Problem>{problem}</Problem>
        <Button
          type="submit"
          variant="primary"
          pending={save.isPending}
          disabledReason={problem}
          className="self-end"
        >
          Save
        </Button>
      </form>
    </Dialog>
  )
}

interface TextInLanguageProps {
  text: CannedReply['texts'][number]
  number: number
  onChange: (part: { language?: string; text?: string }) => void
  /** Absent for the only text. */
  onRemove?: () => void
}

function TextInLanguage({ text, number, onChange, onRemove }: TextInLanguageProps) {
  const suffix = number > 1 ? ` ${number}` : ''
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{`Text ${number}`}</legend>
      <div className="flex items-end gap-2">
        <div className="w-36">
          <Field
            label={`Language${suffix}`}
            required
            placeholder="en, zh-HK"
            value={text.language}
            onChange={(event) => onChange({ language: event.currentTarget.value })}
          />
        </div>
        {onRemove && (
          <IconButton label={`Remove text ${number}`} onClick={onRemove}>
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        )}
      </div>
      <TextAreaField
        label={`Text${suffix}`}
        required
        value={text.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </fieldset>
  )
}
