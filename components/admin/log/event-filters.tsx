'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { useAction } from '@/lib/client/browser/actions'
import { useAdminChannels } from '@/lib/client/channel/channel-admin'
import type { EventQuery } from '@/lib/client/log/events'
import { useTranslator } from '@/lib/i18n/use-translator'
import { fromTimeField, toTimeField } from './event-times'
import { KIND_CHOICES, OUTCOME_CHOICES, outcomeName } from './event-words'

interface EventFiltersProps {
  query: EventQuery
  set: (changes: EventQuery) => void
}

const TYPING_MS = 300

/** What narrows the log. */
export function EventFilters({ query, set }: EventFiltersProps) {
  const { data } = useAdminChannels()
  const { t, say } = useTranslator()
  const all = (label: string) => ({ value: '', label })
  const isNarrowed = Object.values(query).some(Boolean)
  return (
    <search
      aria-label={t('log.filter.label')}
      className="mb-4 grid grid-cols-2 gap-3 md:grid-cols-3"
    >
      <ChoiceField
        label={t('log.filter.channel')}
        value={query.channel ?? ''}
        choices={[
          all(t('log.filter.allChannels')),
          ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoice={(channel) => set({ channel })}
      />
      <ChoiceField
        label={t('log.filter.kind')}
        value={query.kind ?? ''}
        choices={[
          all(t('log.filter.allKinds')),
          ...KIND_CHOICES.map(([value, key]) => ({ value, label: t(key) })),
        ]}
        onChoice={(kind) => set({ kind })}
      />
      <ChoiceField
        label={t('log.filter.outcome')}
        value={query.outcome ?? ''}
        choices={[
          all(t('log.filter.allOutcomes')),
          ...OUTCOME_CHOICES.map((value) => ({ value, label: say(outcomeName(value)) })),
        ]}
        onChoice={(outcome) => set({ outcome })}
      />
      <TextFilter value={query.q ?? ''} onText={(q) => set({ q })} />
      <TimeFilter
        label={t('log.filter.from')}
        value={query.from}
        onTime={(from) => set({ from })}
      />
      <TimeFilter label={t('log.filter.to')} value={query.to} onTime={(to) => set({ to })} />
      {isNarrowed && (
        <Button
          className="col-span-full justify-self-start"
          onClick={() => set({ channel: '', kind: '', outcome: '', q: '', from: '', to: '' })}
        >
          {t('log.filter.clear')}
        </Button>
      )}
    </search>
  )
}

function TextFilter({ value, onText }: { value: string; onText: (text: string) => void }) {
  const { t } = useTranslator()
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  useAction({
    id: 'search-events',
    label: t('log.events.search'),
    keys: '/',
    section: 'admin',
    run: () => input.current?.focus(),
  })
  // Clearing the filters, or going back, changes the address from outside.
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onText(text), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, value, onText])
  return (
    <Field
      ref={input}
      label={t('log.filter.text')}
      type="search"
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}

interface TimeFilterProps {
  label: string
  value: string | undefined
  onTime: (iso: string) => void
}

function TimeFilter({ label, value, onTime }: TimeFilterProps) {
  const { timeZone } = useTranslator()
  return (
    <Field
      label={label}
      type="datetime-local"
      value={toTimeField(value, timeZone)}
      onChange={(event) => onTime(fromTimeField(event.currentTarget.value, timeZone))}
    />
  )
}
