'use client'

import type { ReactNode } from 'react'
import { toNumberWords } from '@/components/inbox/member/number-words'
import { toLanguage } from '@/components/shell/labels/language'
import { localTimeZone, toMoment } from '@/components/shell/time/times'
import { useNow } from '@/components/shell/time/use-now'
import { CopyButton } from '@/components/ui/copy-button'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import type { ConversationView } from '@/lib/view/conversation-view'
import { Nothing, PanelSection } from './panel-section'

/** What Stella knows of the member, as of when it was last asked. It is a copy, and says so. */
export function StellaFacts({ conversation }: { conversation: ConversationView }) {
  const now = useNow()
  const timeZone = localTimeZone()
  const { member, channel, liveChat, liveChatAsOf } = conversation
  const asOf = member.asOf && `as of ${toMoment(member.asOf, now, timeZone)}`
  const number = toNumberWords(member, channel)
  return (
    <PanelSection title="From Stella" beside={asOf}>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2 gap-y-1 text-list">
        <Fact name={PLATFORM_NAMES[channel.platform]}>
          <span className="min-w-0 flex-1 pt-[3px] [overflow-wrap:anywhere]">{number}</span>
          <CopyButton text={number} what={`${PLATFORM_NAMES[channel.platform]} id`} />
        </Fact>
        <Fact name="Channel">{channel.name}</Fact>
        <Fact name="Live chat">
          {toLiveChatWords(liveChat)}
          {liveChatAsOf && (
            <span className="text-faint">, as of {toMoment(liveChatAsOf, now, timeZone)}</span>
          )}
        </Fact>
        {member.botNode && <Fact name="Bot step">{member.botNode}</Fact>}
        {member.email && (
          <Fact name="E-mail">
            <span className="min-w-0 flex-1 pt-[3px] [overflow-wrap:anywhere]">{member.email}</span>
            <CopyButton text={member.email} what="e-mail" />
          </Fact>
        )}
        {member.locale && <Fact name="Language">{toLanguage(member.locale)}</Fact>}
        {member.gender && <Fact name="Gender">{member.gender}</Fact>}
      </dl>
      {!member.asOf && (
        <div className="mt-2">
          <Nothing>Stella has not been asked about this member yet.</Nothing>
        </div>
      )}
    </PanelSection>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-[3px] text-muted">{name}</dt>
      <dd className="flex min-w-0 flex-wrap items-start py-[3px] [overflow-wrap:anywhere] has-[button]:flex-nowrap has-[button]:py-0">
        {children}
      </dd>
    </>
  )
}

function toLiveChatWords(liveChat: boolean | null): string {
  if (liveChat === null) return 'not known yet'
  return liveChat ? 'on' : 'off'
}
