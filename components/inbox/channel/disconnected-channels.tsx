'use client'

import { DisconnectedBanner } from '@/components/inbox/channel/disconnected-banner'
import { useChannels } from '@/lib/client/channel/channels'
import { useTranslator } from '@/lib/i18n/use-translator'
import { toDisconnectedWords } from './disconnected-words'

/** Above the list, while Stella has taken our access to a channel away; nothing otherwise. */
export function DisconnectedChannels() {
  const { say } = useTranslator()
  const { data: channels = [] } = useChannels()
  const words = toDisconnectedWords(channels)
  if (!words) return null
  return <DisconnectedBanner title={say(words.title)}>{say(words.hint)}</DisconnectedBanner>
}
