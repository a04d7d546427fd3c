'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Problem } from '@/components/ui/feedback/problem'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { useSaveCannedReply } from '@/lib/client/workspace/workspace-settings'
import { type CannedReply, VARIABLES } from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'
import { CannedPreview } from './canned-preview'
import { unsavableBecause, withChangedText, withNewText, withoutText } from './canned-texts'
import { TextInLanguage } from './text-in-language'

/** Writes a canned reply, one text a language, and shows what a member would read. */
export function CannedDialog({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  const { t, say } = useTranslator()
  const [draft, setDraft] = useState(reply)
  const save = useSaveCannedReply()
  const blocked = unsavableBecause(draft)
  const problem = blocked && say(blocked)
  const names = Object.keys(VARIABLES).map((name) => `{{${name}}}`)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!save.isPending && !problem) save.mutate(draft, { onSuccess: onClose })
  }

  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={reply.title || t('workspace.canned.new')}
      className="max-w-2xl"
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <FormError>{save.error ? say(failureOf(save.error)) : undefined}</FormError>
        <NameFields draft={draft} onChange={setDraft} />
        <TextFields draft={draft} onChange={setDraft} />
        <p className="text-meta text-muted">
          {t('workspace.canned.variables', { names: names.join(' ') })}
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
          {t('common.save')}
        </Button>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  draft: CannedReply
  onChange: (draft: CannedReply) => void
}

/** What it is called, and where it lies. */
function NameFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslator()
  return (
    <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
      <Field
        label={t('workspace.canned.replyTitle')}
        required
        maxLength={80}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
      />
      <Field
        label={t('workspace.canned.folder')}
        maxLength={40}
        value={draft.folder}
        onChange={(event) => onChange({ ...draft, folder: event.currentTarget.value })}
      />
    </div>
  )
}

/** Its text in each language; the last one can't be taken out. */
function TextFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslator()
  return (
    <>
      {draft.texts.map((text, index) => (
        <TextInLanguage
          // biome-ignore lint/suspicious/noArrayIndexKey: texts are added and removed at their places only.
          key={index}
          text={text}
          number={index + 1}
          onChange={(part) => onChange(withChangedText(draft, index, part))}
          onRemove={draft.texts.length > 1 ? () => onChange(withoutText(draft, index)) : undefined}
        />
      ))}
      <Button className="self-start" onClick={() => onChange(withNewText(draft))}>
        <Plus aria-hidden className="size-4" /> {t('workspace.canned.addLanguage')}
      </Button>
    </>
  )
}
