'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import type { MemberText } from '@/lib/domain/reply/member-text'
import { useTranslator } from '@/lib/i18n/use-translator'
import { TextInLanguage } from './text-in-language'

interface MemberTextFieldProps {
  label: string
  hint?: string
  value: MemberText | undefined
  /** Undefined: nothing is sent. */
  onChange: (value: MemberText | undefined) => void
}

/** A text that members are sent: one for everybody, until a second language is added. The first is the default. */
export function MemberTextField({ label, hint, value, onChange }: MemberTextFieldProps) {
  const { t } = useTranslator()
  const isList = value !== undefined && typeof value !== 'string'
  const texts = isList ? value : [{ language: '', text: value ?? '' }]
  const set = (index: number, part: { language?: string; text?: string }) =>
    onChange(texts.map((each, at) => (at === index ? { ...each, ...part } : each)))
  const remove = (index: number) => onChange(texts.filter((_, at) => at !== index))
  return (
    <fieldset className="flex flex-col gap-2">
      {isList ? (
        <>
          <legend className="text-list font-medium">{label}</legend>
          <p className="text-meta text-muted">{t('workspace.memberText.firstIsDefault')}</p>
          {texts.map((each, index) => (
            <TextInLanguage
              // biome-ignore lint/suspicious/noArrayIndexKey: texts are added and removed at their places only.
              key={index}
              text={each}
              number={index + 1}
              onChange={(part) => set(index, part)}
              onRemove={texts.length > 1 ? () => remove(index) : () => onChange(undefined)}
            />
          ))}
        </>
      ) : (
        <TextAreaField
          label={label}
          hint={hint}
          rows={2}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )}
      <Button
        size="sm"
        className="self-start"
        onClick={() => onChange([...texts, { language: '', text: '' }])}
      >
        <Plus aria-hidden className="size-4" /> {t('workspace.memberText.addLanguage')}
      </Button>
    </fieldset>
  )
}
