'use client'

import { useId, useState } from 'react'
import { fromFieldValue, toFieldValue } from '@/components/shell/time/local-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Field } from '@/components/ui/form/field'
import type { Schedule } from '@/lib/client/reply/replies'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { unschedulableBecause } from '@/lib/domain/reply/reply'
import type { ConversationView } from '@/lib/view/conversation-view'
import { toPresets } from './schedule-times'

interface ScheduleDialogProps {
  conversation: ConversationView
  title: string
  /** What its button says. */
  action: string
  text: string
  schedule?: Schedule
  pending?: boolean
  /** Why it was not scheduled. */
  error?: string | null
  onSchedule: (text: string, schedule: Schedule) => void
  onClose: () => void
}

/** When a reply is to be sent, and what it says. */
export function ScheduleDialog(props: ScheduleDialogProps) {
  const { conversation, schedule, onSchedule, onClose } = props
  const words = useId()
  const [text, setText] = useState(props.text)
  const [now] = useState(() => Date.now())
  const [when, setWhen] = useState(() =>
    toFieldValue(schedule ? Date.parse(schedule.sendAt) : (toPresets(now)[0]?.at ?? now)),
  )
  const [unlessMemberWrites, setUnless] = useState(schedule?.unlessMemberWrites ?? false)
  const at = fromFieldValue(when)
  const limits = { now, windowClosesAt: toTime(conversation.windowClosesAt) }
  const reason =
    refusedBecause(conversation.channel.platform, { type: 'text', text }) ??
    (at === undefined ? 'Choose a time.' : unschedulableBecause(at, limits))

  return (
    <Dialog open keeps onOpenChange={(open) => !open && onClose()} title={props.title}>
      <form
        className="thin-scroll flex flex-col gap-4 overflow-auto px-5 py-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason || at === undefined) return
          onSchedule(text, { sendAt: new Date(at).toISOString(), unlessMemberWrites })
        }}
      >
        <div className="flex flex-col gap-1.5">
          <label htmlFor={words} className="font-medium text-list">
            Message
          </label>
          <textarea
            id={words}
            dir="auto"
            rows={4}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            className="thin-scroll rounded-control border border-line-strong bg-surface px-3 py-2 text-body focus-visible:border-accent focus-visible:outline-none max-md:text-base"
          />
        </div>
        <div className="flex flex-wrap gap-2">
          {toPresets(now).map((preset) => (
            <Button
              key={preset.label}
              disabledReason={unschedulableBecause(preset.at, limits)}
              onClick={() => setWhen(toFieldValue(preset.at))}
            >
              {preset.label}
            </Button>
          ))}
        </div>
        <Field
          label="Send at"
          type="datetime-local"
          value={when}
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
        <label className="flex min-h-8 items-center gap-2.5 text-list max-md:min-h-11">
          <input
            type="checkbox"
            checked={unlessMemberWrites}
            onChange={(event) => setUnless(event.currentTarget.checked)}
            className="size-4 accent-accent"
          />
          Cancel if {conversation.member.name} writes first
        </label>
        <div className="flex items-center justify-end gap-3">
          {(reason ?? props.error) && (
            <p role="status" className="min-w-0 flex-1 text-list text-wait">
              {reason ?? props.error}
            </p>
          )}
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" disabledReason={reason} pending={props.pending}>
            {props.action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function toTime(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Date.parse(iso)
}
