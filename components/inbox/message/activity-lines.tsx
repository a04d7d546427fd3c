'use client'

import {
  ArrowRightLeft,
  Bell,
  BellOff,
  Bot,
  CircleCheck,
  CircleOff,
  DoorOpen,
  Hand,
  Info,
  KeyRound,
  Link2,
  type LucideIcon,
  MapPin,
  Merge,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  QrCode,
  RotateCcw,
  Smartphone,
  Tag,
  TimerOff,
  TriangleAlert,
  Unplug,
  UserCheck,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide-react'
import { Fragment } from 'react'
import { toExactTime } from '@/components/shell/time/times'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ActivityView } from '@/lib/view/activity-view'
import { useThreadFrame } from '../conversation/thread/thread-context'
import { toActivityWords } from './activity-words'
import { Quoting } from './text/quoting'

const UNFOLDED_MAX = 3

const ICONS: Record<ActivityView['kind'], LucideIcon> = {
  'took-over': ArrowRightLeft,
  'handed-back': Bot,
  'bot-asked': Bot,
  'member-asked': Hand,
  'bot-not-stopped': TriangleAlert,
  'bot-spoke': TriangleAlert,
  'bot-took-back': Bot,
  'node-refused': TriangleAlert,
  'idle-handed-back': TimerOff,
  'idle-resolved': TimerOff,
  assigned: UserRoundPlus,
  unassigned: UserRoundMinus,
  released: UserRoundMinus,
  resolved: CircleCheck,
  reopened: RotateCcw,
  tagged: Tag,
  untagged: Tag,
  disconnected: Unplug,
  reconnected: ArrowRightLeft,
  'id-changed': Smartphone,
  'identity-changed': KeyRound,
  'came-by-link': Link2,
  'opted-in': UserCheck,
  'opened-chat': DoorOpen,
  blocked: CircleOff,
  unblocked: CircleCheck,
  unfollowed: CircleOff,
  'came-by-code': QrCode,
  'was-at': MapPin,
  'service-note': Info,
  noticed: Info,
  call: PhoneIncoming,
  'call-missed': PhoneMissed,
  'call-taken': PhoneIncoming,
  'our-call': PhoneOutgoing,
  'our-call-missed': PhoneMissed,
  'our-call-taken': PhoneOutgoing,
  'marketing-stopped': BellOff,
  'marketing-resumed': Bell,
  'threads-joined': Merge,
}

/** What happened between two messages, in one quiet line; a long run folds to its last event. */
export function ActivityLines({ id, activities }: { id: string; activities: ActivityView[] }) {
  const { isUnfolded, unfold } = useThreadFrame()
  const { t } = useTranslator()
  const folded = activities.length > UNFOLDED_MAX && !isUnfolded(id)
  const shown = folded ? activities.slice(-1) : activities
  const Icon = ICONS[shown[0]?.kind ?? 'took-over']
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-1.5 py-3 text-center text-[12px] text-muted leading-[18px]">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {folded && (
        <button
          type="button"
          onClick={() => unfold(id)}
          className="rounded-sm font-medium underline decoration-dotted underline-offset-2 hover:text-text"
        >
          {t('message.activity.folded', { count: activities.length })}
        </button>
      )}
      {folded && <span aria-hidden>·</span>}
      {shown.map((activity, place) => (
        <Fragment key={activity.id}>
          {place > 0 && <span aria-hidden>·</span>}
          <ActivityLine activity={activity} />
        </Fragment>
      ))}
    </div>
  )
}

function ActivityLine({ activity }: { activity: ActivityView }) {
  const { viewer } = useThreadFrame()
  const { rich, ...formats } = useTranslator()
  const said = toActivityWords(activity, viewer.id)
  const words =
    typeof said === 'string'
      ? said
      : rich(said.key, {
          ...said.values,
          b: (who) => <b className="font-semibold text-text">{who}</b>,
        })
  return (
    <span>
      <Quoting sentence={words} />{' '}
      <time
        dateTime={activity.at}
        title={toExactTime(activity.at, formats)}
        className="text-faint tabular-nums"
      >
        {formats.time(Date.parse(activity.at))}
      </time>
    </span>
  )
}
