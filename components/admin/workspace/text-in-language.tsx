'use client'

import { Trash2 } from 'lucide-react'
import { Field } from '@/components/ui/form/field'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { IconButton } from '@/components/ui/icon-button'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'

interface TextInLanguageProps {
  text: CannedReply['texts'][number]
  number: number
  onChange: (part: { language?: string; text?: string }) => void
  /** Absent for the only text. */
  onRemove?: () => void
}

/** One language's text of a canned reply. */
export function TextInLanguage({ text, number, onChange, onRemove }: TextInLanguageProps) {
  const { t } = useTranslator()
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t('workspace.memberText.group', { number })}</legend>
      <div className="flex items-end gap-2">
        <div className="w-36">
          <Field
            label={t('workspace.memberText.language', { number })}
            required
            placeholder={t('workspace.memberText.languageExample')}
            value={text.language}
            onChange={(event) => onChange({ language: event.currentTarget.value })}
          />
        </div>
        {onRemove && (
          <IconButton label={t('workspace.memberText.remove', { number })} onClick={onRemove}>
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        )}
      </div>
      <TextAreaField
        label={t('workspace.memberText.text', { number })}
        required
        value={text.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </fieldset>
  )
}
