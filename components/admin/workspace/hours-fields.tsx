import { Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/form/check-field'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { IconButton } from '@/components/ui/icon-button'
import type { OpeningHours } from '@/lib/domain/channel/opening-hours'
import { DAYS, type OpeningSpan, usualHours, withNewSpan, withSpan } from './hours-draft'

interface HoursFieldsProps {
  /** Absent: always open. */
  hours: OpeningHours | undefined
  onChange: (hours: OpeningHours | undefined) => void
}

/** Opening hours: a time zone and any number of spans. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  return (
    <>
      <CheckField
        label="Always open"
        checked={hours === undefined}
        onCheck={(always) => onChange(always ? undefined : usualHours())}
      />
      {hours && (
        <>
          <div className="max-w-xs">
            <Field
              label="Time zone"
              value={hours.timeZone}
              hint="As Asia/Hong_Kong or Europe/Berlin."
              onChange={(event) => onChange({ ...hours, timeZone: event.currentTarget.value })}
            />
          </div>
          <ul aria-label="Hours" className="flex flex-col gap-2">
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
          <p className="text-meta text-muted">
            A span that ends before it starts runs past midnight.
          </p>
          <Button className="self-start" onClick={() => onChange(withNewSpan(hours))}>
            <Plus aria-hidden className="size-4" /> Add hours
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
  return (
    <li className="flex flex-wrap items-center gap-2 max-md:border-b max-md:pb-3">
      <ChoiceField
        label={`Day ${number}`}
        bare
        className="w-36"
        value={String(span.day)}
        choices={DAYS.map((label, day) => ({ value: String(day), label }))}
        onChoice={(day) => onChange({ ...span, day: Number(day) })}
      />
      <Field
        label={`From ${number}`}
        bare
        type="time"
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <Field
        label={`Until ${number}`}
        bare
        type="time"
        value={span.to}
        onChange={(event) => onChange({ ...span, to: event.currentTarget.value })}
      />
      <IconButton label={`Remove hours ${number}`} onClick={() => onChange(undefined)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  )
}
