import { Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/form/check-field'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { IconButton } from '@/components/ui/icon-button'
import type { OpeningHours } from '@/lib/domain/channel/opening-hours'
import { useTranslator } from '@/lib/i18n/use-translator'
import { DAYS, type OpeningSpan, usualHours, withNewSpan, withSpan } from './hours-draft'

interface HoursFieldsProps {
  /** Absent: always open. */
  hours: OpeningHours | undefined
  onChange: (hours: OpeningHours | undefined) => void
}

/** Opening hours: a time zone and any number of spans. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const { t } = useTranslator()
  return (
    <>
      <CheckField
        label={t('workspace.hours.always')}
        checked={hours === undefined}
        onCheck={(always) => onChange(always ? undefined : usualHours())}
      />
      {hours && (
        <>
          <div className="max-w-xs">
            <Field
              label={t('workspace.hours.timeZone')}
              value={hours.timeZone}
              hint={t('workspace.hours.timeZoneHint')}
              onChange={(event) => onChange({ ...hours, timeZone: event.currentTarget.value })}
            />
          </div>
          <ul aria-label={t('workspace.hours.list')} className="flex flex-col gap-2">
            {hours.spans.map((span, index) => (
              <SpanRow
                // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place.
                key={index}
                span={span}
                number={index + 1}
                onChange={(next) => onChange(withSpan(hours, index, next))}
              />
            ))}
          </ul>
          <p className="text-meta text-muted">{t('workspace.hours.pastMidnight')}</p>
          <Button className="self-start" onClick={() => onChange(withNewSpan(hours))}>
            <Plus aria-hidden className="size-4" /> {t('workspace.hours.add')}
          </Button>
        </>
      )}
    </>
  )
}

interface SpanRowProps {
  span: OpeningSpan
  number: number
  /** Undefined takes it away. */
  onChange: (span: OpeningSpan | undefined) => void
}

function SpanRow({ span, number, onChange }: SpanRowProps) {
  const { t } = useTranslator()
  return (
    <li className="flex flex-wrap items-center gap-2 max-md:border-b max-md:pb-3">
      <ChoiceField
        label={t('workspace.hours.day', { number })}
        bare
        className="w-36"
        value={String(span.day)}
        choices={DAYS.map((name, day) => ({ value: String(day), label: t(name) }))}
        onChoice={(day) => onChange({ ...span, day: Number(day) })}
      />
      <Field
        label={t('workspace.hours.from', { number })}
        bare
        type="time"
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <Field
        label={t('workspace.hours.until', { number })}
        bare
        type="time"
        value={span.to}
        onChange={(event) => onChange({ ...span, to: event.currentTarget.value })}
      />
      <IconButton
        label={t('workspace.hours.remove', { number })}
        onClick={() => onChange(undefined)}
      >
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  )
}
