'use client'

import { useState } from 'react'
import { useAction } from '@/lib/client/browser/actions'
import { toast } from '@/lib/client/browser/toast'
import { useChangeChannel } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelDetail } from '@/lib/view/channel-view'

/** Pausing a channel and disconnecting it, and the way back, by button and palette from one place. */
export function useChannelSwitches({ id, authorized, paused, name }: ChannelDetail) {
  const { t } = useTranslator()
  const [isAsking, setAsking] = useState(false)
  const change = useChangeChannel(id)
  const noPause = authorized ? undefined : t('channelAdmin.switches.noPause')
  const ask = () => setAsking(true)
  const stopAsking = () => setAsking(false)
  const connect = () => change.mutate({ what: 'connected', connected: true })
  useAction({
    id: 'pause-channel',
    label: paused
      ? t('channelAdmin.switches.resumeChannel')
      : t('channelAdmin.switches.pauseChannel'),
    section: 'admin',
    disabledReason: noPause,
    run: pause,
  })
  useAction({
    id: 'disconnect-channel',
    label: authorized
      ? t('channelAdmin.switches.disconnectChannel')
      : t('channelAdmin.switches.reconnectChannel'),
    section: 'admin',
    run: authorized ? ask : connect,
  })

  function pause() {
    change.mutate({ what: 'paused', paused: !paused }, { onSuccess: offerUndo })
  }

  function offerUndo() {
    const message = paused
      ? t('channelAdmin.switches.resumed', { name })
      : t('channelAdmin.switches.paused', { name })
    toast(message, {
      action: {
        label: t('common.undo'),
        onClick: () => change.mutate({ what: 'paused', paused }),
      },
    })
  }

  function disconnect() {
    change.mutate({ what: 'connected', connected: false }, { onSettled: stopAsking })
  }

  /** `ask` comes before disconnecting: agents can't reply over the channel any more. */
  return {
    noPause,
    isChanging: change.isPending,
    pause,
    connect,
    disconnect,
    isAsking,
    ask,
    stopAsking,
  }
}
