'use client'

import type { ReactNode } from 'react'
import { toNumberWords } from '@/components/inbox/member/number-words'
import { toLanguage } from '@/components/shell/labels/language'
import { CopyButton } from '@/components/ui/copy-button'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { useClock } from '../owner/use-clock'
import { Nothing, PanelSection } from './panel-section'

interface StellaFactsProps {
  conversation: ConversationView
}

/** What Stella knows of the member, as of when it was last asked. It is a copy, and says so. */
export function StellaFacts({ conversation }: StellaFactsProps) {
  const { t, say, tag } = useTranslator()
  const { write } = useClock()
  const { member, channel } = conversation
  const asOf = member.asOf && t('member.facts.asOf', { moment: write(member.asOf) })
  const platform = say(PLATFORM_NAMES[channel.platform])
  const number = toNumberWords(member, channel)
  return (
    <PanelSection title={t('member.facts.title')} beside={asOf}>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2 gap-y-1 text-list">
        <Fact name={platform}>
          <span className="min-w-0 flex-1 pt-[3px] [overflow-wrap:anywhere]">{number}</span>
          <CopyButton text={number} what={t('member.facts.platformId', { platform })} />
        </Fact>
        <Fact name={t('member.facts.channel')}>{channel.name}</Fact>
        <Fact name={t('member.facts.liveChat')}>
          <LiveChat conversation={conversation} />
        </Fact>
        {member.botNode && <Fact name={t('member.facts.botStep')}>{member.botNode}</Fact>}
        {member.email && (
          <Fact name={t('member.facts.email')}>
            <span className="min-w-0 flex-1 pt-[3px] [overflow-wrap:anywhere]">{member.email}</span>
            <CopyButton text={member.email} what={t('member.facts.copyEmail')} />
          </Fact>
        )}
        {member.locale && (
          <Fact name={t('member.facts.language')}>{toLanguage(member.locale, tag)}</Fact>
        )}
        {member.gender && <Fact name={t('member.facts.gender')}>{member.gender}</Fact>}
      </dl>
      {!member.asOf && (
        <div className="mt-2">
          <Nothing>{t('member.facts.notAsked')}</Nothing>
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

/** Whether a person answers, as far as Stella said, and as of when. */
function LiveChat({ conversation: { liveChat, liveChatAsOf } }: StellaFactsProps) {
  const { t, rich } = useTranslator()
  const { write } = useClock()
  if (liveChat === null) return t('member.facts.liveChatUnknown')
  return rich(liveChat ? 'member.facts.liveChatOn' : 'member.facts.liveChatOff', {
    moment: liveChatAsOf ? write(liveChatAsOf) : '',
    when: (chunks) => liveChatAsOf && <span className="text-faint">{chunks}</span>,
  })
}
