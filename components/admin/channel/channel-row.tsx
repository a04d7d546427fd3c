'use client'

import { ColorDot } from '@/components/shell/labels/color-dot'
import { PlatformMark } from '@/components/shell/labels/platform-mark'
import { useNowEvery } from '@/components/shell/time/use-now-every'
import { Pill } from '@/components/ui/pill'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelView } from '@/lib/view/channel-view'
import { lastWords, rejectedWords, silenceWords, stateOf } from './channel-words'

/** A channel in the list: what it is, how it is doing, and what is wrong with it. */
export function ChannelRow({ channel }: { channel: ChannelView }) {
  const { say } = useTranslator()
  const now = useNowEvery(30_000)
  const { words, tone } = stateOf(channel)
  const trouble = silenceWords(channel) ?? rejectedWords(channel)
  return (
    <>
      <PlatformMark platform={channel.platform} className="size-6 [&_svg]:size-3.5" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="truncate font-medium">{channel.name}</span>
          <ColorDot color={channel.settings.color} />
          <Pill tone={tone}>{say(words)}</Pill>
        </span>
        <span className="block truncate text-list text-muted">
          {say(PLATFORM_NAMES[channel.platform])} · {channel.externalId} ·{' '}
          {say(channel.connection.name)}
        </span>
        {trouble && <span className="block text-list text-bad">{say(trouble)}</span>}
      </span>
      <span className="hidden shrink-0 text-meta text-muted sm:block">
        {say(lastWords(channel, now))}
      </span>
    </>
  )
}
