'use client'

import { DisconnectedBanner } from '@/components/inbox/channel/disconnected-banner'
import { useChannels } from '@/lib/client/channel/channels'
import { toDisconnectedTitle } from './disconnected-words'

/** Above the list, while Stella has taken our access to a channel away; nothing otherwise. */
export function DisconnectedChannels() {
  const { data: channels = [] } = useChannels()
  const title = toDisconnectedTitle(channels)
  if (!title) return null
  return (
    <DisconnectedBanner title={title}>
      Nothing can be sent there until an admin connects it again.
    </DisconnectedBanner>
  )
}
