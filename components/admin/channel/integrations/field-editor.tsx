'use client'

import { Plus, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { isPlainField } from '@/lib/domain/channel/credentials'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { DraftField } from './draft-fields'

interface FieldEditorProps {
  fields: DraftField[]
  onFields: (fields: DraftField[]) => void
}

/** Names and values, one pair a line. A stored value shows masked, and stays unless somebody types another. */
export function FieldEditor({ fields, onFields }: FieldEditorProps) {
  const { t } = useTranslator()
  const change = (key: number, changes: Partial<DraftField>) =>
    onFields(fields.map((field) => (field.key === key ? { ...field, ...changes } : field)))
  const remove = (key: number) => onFields(fields.filter((field) => field.key !== key))
  const add = () => onFields([...fields, { key: nextKey(fields), name: '', value: '' }])
  return (
    <fieldset>
      <legend className="mb-1.5 text-list font-medium">{t('connection.screen.fields')}</legend>
      <ul className="flex flex-col gap-2">
        {fields.map((field, index) => (
          <li key={field.key} className="grid grid-cols-[1fr_1.4fr_auto] items-center gap-2">
            <FieldInput
              aria-label={t('connection.screen.fieldName', { number: index + 1 })}
              placeholder={t('connection.screen.namePlaceholder')}
              value={field.name}
              readOnly={field.masked !== undefined}
              spellCheck={false}
              onChange={(event) => change(field.key, { name: event.currentTarget.value })}
            />
            <FieldInput
              aria-label={t('connection.screen.fieldValue', { number: index + 1 })}
              placeholder={field.masked ?? t('connection.screen.valuePlaceholder')}
              value={field.value ?? ''}
              type={isPlainField(field.name) ? 'text' : 'password'}
              autoComplete="off"
              onChange={(event) => change(field.key, { value: event.currentTarget.value })}
            />
            <IconButton
              label={t('connection.screen.removeField', { field: field.name || index + 1 })}
              onClick={() => remove(field.key)}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button variant="ghost" onClick={add} className="mt-2">
        <Plus aria-hidden className="size-4" /> {t('connection.screen.addField')}
      </Button>
    </fieldset>
  )
}

function FieldInput(props: ComponentProps<'input'>) {
  return (
    <input
      className="h-10 min-w-0 rounded-control border border-line-strong bg-surface px-3 text-body focus-visible:border-accent focus-visible:outline-none max-md:h-11 max-md:text-base"
      {...props}
    />
  )
}

function nextKey(fields: DraftField[]): number {
  return Math.max(-1, ...fields.map((field) => field.key)) + 1
}
