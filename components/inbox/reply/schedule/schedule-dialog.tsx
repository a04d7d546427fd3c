'use client'

import { type FormEvent, useId, useState } from 'react'
import { fromFieldValue, toFieldValue } from '@/components/shell/time/local-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Field } from '@/components/ui/form/field'
import type { Schedule } from '@/lib/client/reply/replies'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { momentBlockedBecause, scheduleBlockedBecause } from './schedule-limits'
import { firstMoment, toPresets } from './schedule-times'

interface ScheduleDialogProps {
  conversation: ConversationView
  title: string
  /** What its button says. */
  action: string
  text: string
  schedule?: Schedule
  pending?: boolean
  /** Why it was not scheduled. */
  error?: Said | null
  onSchedule: (text: string, schedule: Schedule) => void
  onClose: () => void
}

/** When a reply is to be sent, and what it says. */
export function ScheduleDialog(props: ScheduleDialogProps) {
  const { conversation, schedule, onSchedule, onClose } = props
  const { t, say, timeZone } = useTranslator()
  const [text, setText] = useState(props.text)
  const [now] = useState(() => Date.now())
  const [when, setWhen] = useState(() => toFieldValue(firstMoment(schedule?.sendAt, now), timeZone))
  const [unlessMemberWrites, setUnless] = useState(schedule?.unlessMemberWrites ?? false)
  const at = fromFieldValue(when, timeZone)
  const blocked = scheduleBlockedBecause(conversation, { text, at, now })
  const problem = blocked ?? props.error

  function submit(event: FormEvent) {
    event.preventDefault()
    if (blocked || at === undefined) return
    onSchedule(text, { sendAt: new Date(at).toISOString(), unlessMemberWrites })
  }

  return (
    <Dialog open keeps onOpenChange={(open) => !open && onClose()} title={props.title}>
      <form className="thin-scroll flex flex-col gap-4 overflow-auto px-5 py-4" onSubmit={submit}>
        <MessageField text={text} onChange={setText} />
        <MomentFields when={when} onChange={setWhen} now={now} conversation={conversation} />
        <label className="flex min-h-8 items-center gap-2.5 text-list max-md:min-h-11">
          <input
            type="checkbox"
            checked={unlessMemberWrites}
            onChange={(event) => setUnless(event.currentTarget.checked)}
            className="size-4 accent-accent"
          />
          {t('composer.schedule.unless', { name: conversation.member.name })}
        </label>
        <div className="flex items-center justify-end gap-3">
          {problem && (
            <p role="status" className="min-w-0 flex-1 text-list text-wait">
              {say(problem)}
            </p>
          )}
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={blocked && say(blocked)}
            pending={props.pending}
          >
            {props.action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function MessageField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslator()
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-list">
        {t('composer.schedule.message')}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={4}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="thin-scroll rounded-control border border-line-strong bg-surface px-3 py-2 text-body focus-visible:border-accent focus-visible:outline-none max-md:text-base"
      />
    </div>
  )
}

interface MomentFieldsProps {
  /** As the field has it. */
  when: string
  onChange: (when: string) => void
  /** Epoch ms. */
  now: number
  conversation: ConversationView
}

/** Moments that people mean when they say later, and a field for any other. */
function MomentFields({ when, onChange, now, conversation }: MomentFieldsProps) {
  const { t, say, timeZone } = useTranslator()
  const blockedAt = (at: number) => {
    const blocked = momentBlockedBecause(conversation, at, now)
    return blocked && say(blocked)
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {toPresets(now, timeZone).map(({ label, at }) => (
          <Button
            key={`${label.key} ${at}`}
            disabledReason={blockedAt(at)}
            onClick={() => onChange(toFieldValue(at, timeZone))}
          >
            {say(label)}
          </Button>
        ))}
      </div>
      <Field
        label={t('composer.schedule.sendAt')}
        type="datetime-local"
        value={when}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  )
}
