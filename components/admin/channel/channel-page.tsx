'use client'

import Link from 'next/link'
import { PlatformMark } from '@/components/shell/labels/platform-mark'
import { useNowEvery } from '@/components/shell/time/use-now-every'
import { Fact, FactList } from '@/components/ui/fact-list'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Panel } from '@/components/ui/panel'
import { Pill } from '@/components/ui/pill'
import { TitledPage } from '@/components/ui/titled-page'
import { useChannel } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { ChannelDetail } from '@/lib/view/channel-view'
import { ChannelActions } from './channel-actions'
import { lastWords, rejectedWords, silenceWords, stateOf } from './channel-words'
import { DetailsPanel } from './details-panel'
import { FirstEvent } from './first-event'
import { SecretsPanel } from './secrets-panel'
import { SettingsPanel } from './settings-panel'
import { SignatureLab } from './signature-lab'
import { WebhookAddress } from './webhook-address'

/** One channel: how it is doing, its address and secrets, and all that can be set. */
export function ChannelPage({ id }: { id: string }) {
  const { t } = useTranslator()
  const channel = useChannel(id)
  return (
    <Loaded query={channel} what={t('channelAdmin.page.loaded')}>
      {(detail) => <Channel channel={detail} />}
    </Loaded>
  )
}

function Channel({ channel }: { channel: ChannelDetail }) {
  const { say } = useTranslator()
  const { words, tone } = stateOf(channel)
  return (
    <TitledPage
      title={channel.name}
      about={
        <span className="mt-1 flex flex-wrap items-center gap-2">
          <PlatformMark platform={channel.platform} /> <Pill tone={tone}>{say(words)}</Pill>
          <span>{say(channel.connection.name)}</span>
        </span>
      }
      actions={<ChannelActions channel={channel} />}
    >
      <WebhookPanel channel={channel} />
      <SecretsPanel channel={channel} />
      <SignatureLab channelId={channel.id} />
      <SettingsPanel key={channel.id} channel={channel} />
      <DetailsPanel channel={channel} />
    </TitledPage>
  )
}

function WebhookPanel({ channel }: { channel: ChannelDetail }) {
  const { t, say } = useTranslator()
  const now = useNowEvery(30_000)
  const silence = silenceWords(channel)
  const rejected = rejectedWords(channel)
  return (
    <Panel
      title={t('channelAdmin.page.webhooks')}
      about={t('channelAdmin.page.webhooksAbout')}
      actions={
        <Link
          href={`${paths.admin.events}?channel=${channel.id}`}
          className="text-list text-accent-ink underline underline-offset-2"
        >
          {t('channelAdmin.page.events')}
        </Link>
      }
    >
      <div className="flex flex-col gap-3">
        <WebhookAddress url={channel.webhookUrl} />
        {!channel.firstEventId && <FirstEvent channel={channel} />}
        <FactList>
          <Fact name={t('channelAdmin.page.received')}>
            {say(lastWords(channel, now))}
            {silence && <span className="block text-bad">{say(silence)}</span>}
          </Fact>
          <Fact name={t('channelAdmin.page.rejected')}>
            <span className={rejected && 'text-bad'}>
              {rejected ? say(rejected) : t('channelAdmin.health.rejectedNone')}
            </span>
          </Fact>
        </FactList>
      </div>
    </Panel>
  )
}
