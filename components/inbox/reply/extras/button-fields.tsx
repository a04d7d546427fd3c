'use client'

import { Line } from '@/components/ui/form/line'
import { Select } from '@/components/ui/form/select'
import type { ButtonType } from '@/lib/domain/reply/reply-content'
import type { Limits } from '@/lib/domain/reply/sendable'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import { type ButtonDraft, withTask } from './button-draft'

const TYPE_NAMES = {
  answer: 'composer.button.answer',
  link: 'composer.button.link',
  call: 'composer.button.call',
} as const satisfies Record<ButtonType, Key>

interface ButtonFieldsProps {
  button: ButtonDraft
  change: (button: ButtonDraft) => void
  /** `Button 1` */
  name: string
  /** 1 for the first. */
  place: number
  limits: Limits['buttons']
}

/** One button: its title, what it does where the platform knows more than answers, and what that needs. */
export function ButtonFields({ button, change, name, place, limits }: ButtonFieldsProps) {
  const { t } = useTranslator()
  return (
    <>
      <Line
        label={name}
        value={button.title}
        max={limits?.titleMax}
        onChange={(title) => change({ ...button, title })}
      />
      {limits && limits.types.length > 1 && (
        <Select
          label={t('composer.button.does', { place })}
          value={button.type}
          choices={limits.types.map((value) => ({ value, label: t(TYPE_NAMES[value]) }))}
          onChange={(type) => change(withTask(button, type))}
        />
      )}
      {button.type === 'link' && (
        <Line
          label={t('composer.button.url', { place })}
          type="url"
          value={button.url}
          onChange={(url) => change({ ...button, url })}
        />
      )}
      {button.type === 'call' && (
        <Line
          label={t('composer.button.phone', { place })}
          type="tel"
          value={button.phone}
          onChange={(phone) => change({ ...button, phone })}
        />
      )}
    </>
  )
}
