'use client'

import { Trash2 } from 'lucide-react'
import { Field } from '@/components/ui/form/field'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { IconButton } from '@/components/ui/icon-button'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'

interface TextInLanguageProps {
  text: CannedReply['texts'][number]
  number: number
  onChange: (part: { language?: string; text?: string }) => void
  /** Absent for the only text. */
  onRemove?: () => void
}

/** One language's text of a canned reply. */
export function TextInLanguage({ text, number, onChange, onRemove }: TextInLanguageProps) {
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
