'use client'

import { Bot, CornerDownRight, History, Languages, MoonStar, Tag } from 'lucide-react'
import { WindowRing } from '@/components/inbox/conversation/row/window-ring'
import { toWindowWords } from '@/components/inbox/reply/window-words'
import { toLanguage } from '@/components/shell/labels/language'
import { toMoment } from '@/components/shell/time/times'
import { useNow } from '@/components/shell/time/use-now'
import { Pill } from '@/components/ui/pill'
import { useConversation } from '@/lib/client/conversation/conversations'
import type { BotStep } from '@/lib/domain/owner/hand-over'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { HandOverCard } from '@/lib/view/hand-over-view'
import { useThreadFrame } from '../conversation/thread/thread-context'
import { Quoting } from '../message/text/quoting'
import { toClosedWords } from './closed-words'
import { stepsOutOfSight } from './hand-over-steps'
import { toEarlierWords, toWhy } from './hand-over-words'

const STEPS_SHOWN = 3

/** What somebody who takes over has to know, where the person's stretch of the thread begins. */
export function HandOver({ card }: { card: HandOverCard }) {
  const { viewer, timeZone, isUnfolded, unfold } = useThreadFrame()
  const now = useNow()
  const key = `hand-over:${card.at}`
  const isOpen = isUnfolded(key)
  const above = stepsOutOfSight(card.steps)
  const steps = isOpen ? above : above.slice(-STEPS_SHOWN)
  const hidden = above.length - steps.length
  return (
    <section
      aria-label="Hand-over"
      className="my-3 rounded-bubble border border-line-strong bg-surface text-list"
    >
      <header className="flex flex-wrap items-baseline gap-x-2 border-b px-4 py-2.5">
        <h3 className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">
          <Quoting sentence={toWhy(card, viewer.id)} />
        </h3>
        <time dateTime={card.at} className="text-meta text-faint">
          {toMoment(card.at, now, timeZone)}
        </time>
      </header>
      <Facts card={card} now={now} timeZone={timeZone} />
      {steps.length > 0 && (
        <div className="border-t px-4 py-2.5">
          {(hidden > 0 || card.olderSteps > 0) && (
            <StepsAbove hidden={hidden} older={card.olderSteps} onShow={() => unfold(key)} />
          )}
          <ol aria-label="Earlier steps with the bot" className="flex flex-col gap-2">
            {steps.map((step, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity beside their place
              <Step key={place} step={step} />
            ))}
          </ol>
        </div>
      )}
      {card.earlier.length > 0 && (
        <div className="flex gap-2 border-t px-4 py-2.5 text-muted">
          <History aria-hidden className="mt-px size-4 shrink-0" />
          <ul aria-label="Earlier talks" className="min-w-0">
            {card.earlier.map((conversation) => (
              <li key={conversation.at}>{toEarlierWords(conversation, now, timeZone)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** What is known of the member now, also when it was learnt after the card was made. */
function Facts({ card, now, timeZone }: { card: HandOverCard; now: number; timeZone: string }) {
  const { data: conversation } = useConversation(card.conversationId)
  if (!conversation) return null
  const { member, channel } = conversation
  const closed = toClosedWords(channel, now, timeZone)
  const locale = member.locale ?? card.script
  const language = locale && toLanguage(locale)
  const left = toWindowWords(conversation, now)
  if (!language && !left && !closed && member.tags.length === 0)
    return <p className="px-4 py-2.5 text-muted">Stella knows no language and no tags.</p>
  return (
    <ul aria-label="About the member" className="flex flex-wrap items-center gap-2 px-4 py-2.5">
      {language && (
        <li>
          <Pill tone="outline">
            <Languages aria-hidden />
            {language}
          </Pill>
        </li>
      )}
      {closed && (
        <li>
          <Pill tone="wait">
            <MoonStar aria-hidden />
            {closed[0]?.toUpperCase() + closed.slice(1)}
          </Pill>
        </li>
      )}
      {left && (
        <li>
          <Pill tone={left.tone === 'calm' ? 'outline' : left.tone === 'wait' ? 'wait' : 'bad'}>
            <WindowRing left={left.left} />
            {left.words}
          </Pill>
        </li>
      )}
      {member.tags.map((tag) => (
        <li key={tag}>
          <Pill tone="outline">
            <Tag aria-hidden />
            {tag}
          </Pill>
        </li>
      ))}
    </ul>
  )
}

function StepsAbove({
  hidden,
  older,
  onShow,
}: {
  hidden: number
  older: number
  onShow: () => void
}) {
  if (hidden === 0) return <p className="mb-2 text-meta text-faint">{older} steps before these</p>
  return (
    <button
      type="button"
      onClick={onShow}
      className="mb-2 min-h-8 rounded-sm text-meta font-medium text-muted underline decoration-dotted underline-offset-2 hover:text-text max-md:min-h-11"
    >
      Show the {hidden === 1 ? 'step' : `${hidden} steps`} before these
    </button>
  )
}

function Step({ step }: { step: BotStep }) {
  const { say } = useTranslator()
  return (
    <li className="flex flex-col gap-1">
      {step.bot.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beside their place
        <p key={place} className="flex gap-2 text-muted">
          <Bot aria-hidden className="mt-px size-4 shrink-0 text-bot" />
          <span className="sr-only">Bot: </span>
          <span dir="auto" className="min-w-0 flex-1 wrap-break-word">
            {say(text)}
          </span>
        </p>
      ))}
      {step.answers.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity beside their place
        <p key={place} className="flex gap-2 pl-6 font-medium">
          <CornerDownRight aria-hidden className="mt-px size-4 shrink-0 text-faint" />
          <span className="sr-only">Member: </span>
          <span dir="auto" className="min-w-0 flex-1 wrap-break-word">
            {say(text)}
          </span>
        </p>
      ))}
    </li>
  )
}
