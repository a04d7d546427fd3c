'use client'

import {
  Bot,
  Check,
  CircleCheck,
  CircleHelp,
  Clock,
  type LucideIcon,
  Smartphone,
  TriangleAlert,
  UserRound,
} from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Tooltip } from '@/components/ui/tooltip'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ownerDetails } from './owner-details'
import { type OwnerLine, toOwnerLine } from './owner-line'
import { useClock } from './use-clock'
import type { Ownership } from './use-ownership'

interface OwnerStripProps {
  conversation: ConversationView
  viewer: Viewer
  ownership: Ownership
}

const ICONS: Record<OwnerLine['icon'], LucideIcon> = {
  bot: Bot,
  you: Check,
  agent: UserRound,
  waiting: Clock,
  elsewhere: Smartphone,
  unknown: CircleHelp,
  drift: TriangleAlert,
  resolved: CircleCheck,
}

const TONES: Record<OwnerLine['tone'], string> = {
  bot: 'bg-bot-soft text-bot',
  ok: 'bg-ok-soft text-ok',
  wait: 'bg-wait-soft text-wait',
  quiet: 'bg-sunken text-muted',
}

// From which width of the header the full words fit; a warning with two buttons needs more.
const ROOM = { words: '@max-[54rem]/header:hidden', short: '@min-[54rem]/header:hidden' }
const DRIFT_ROOM = { words: '@max-[62rem]/header:hidden', short: '@min-[62rem]/header:hidden' }

/** Who answers now, and the one press that changes it. The most important control of the product. */
export function OwnerStrip({ conversation, viewer, ownership }: OwnerStripProps) {
  const { t, say } = useTranslator()
  const clock = useClock()
  const line = toOwnerLine(conversation, viewer.id, clock)
  const Icon = ICONS[line.icon]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={t('owner.line.label')}
      className={`flex h-8 min-w-0 items-center gap-2 rounded-full pr-1 pl-3 text-list transition-colors duration-150 max-md:h-11 ${TONES[line.tone]}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <Tooltip content={say(ownerDetails(conversation, clock))} side="bottom">
        <span aria-live="polite" className="min-w-0 flex-1 truncate font-semibold">
          <span className={line.icon === 'drift' ? DRIFT_ROOM.words : ROOM.words}>
            {say(line.words)}
          </span>
          <span className={line.icon === 'drift' ? DRIFT_ROOM.short : ROOM.short}>
            {say(line.short)}
          </span>
        </span>
      </Tooltip>
      {line.icon === 'drift' && (
        <StripButton keys="T" pending={ownership.isChanging} onClick={ownership.takeOver}>
          {t('owner.action.takeOverAgain')}
        </StripButton>
      )}
      {line.action === 'take-over' && (
        <StripButton
          keys="T"
          // Somebody waits: what ends that stands out, and nothing beside it does.
          variant={line.icon === 'waiting' ? 'primary' : 'secondary'}
          pending={ownership.isChanging}
          disabledReason={ownership.noTakeOver}
          onClick={ownership.takeOver}
        >
          {t('owner.action.takeOver')}
        </StripButton>
      )}
      {line.action === 'hand-back' && (
        <StripButton
          keys="B"
          className={line.icon === 'drift' ? DRIFT_ROOM.words : undefined}
          pending={ownership.isChanging}
          disabledReason={ownership.noHandBack}
          onClick={() => ownership.handBack()}
        >
          {t('owner.action.handBack')}
        </StripButton>
      )}
    </div>
  )
}

interface StripButtonProps {
  keys?: string
  variant?: 'primary' | 'secondary'
  pending: boolean
  disabledReason?: string
  onClick: () => void
  className?: string
  children: string
}

function StripButton({ keys, className = '', children, ...rest }: StripButtonProps) {
  return (
    <Button
      size="sm"
      // As tall to the pointer as the strip around it.
      className={`relative rounded-full after:absolute after:inset-x-0 after:-inset-y-1 max-md:h-9 max-md:px-3 ${className}`}
      {...rest}
    >
      {children}
      {keys && (
        <span className="flex @max-[44rem]/header:hidden">
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </Button>
  )
}
