'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useAction } from '@/lib/client/browser/actions'
import { useChangeChannel } from '@/lib/client/channel/channel-admin'
import type { ChannelDetail } from '@/lib/view/channel-view'

/** Pausing a channel and disconnecting it, and the way back, by button and palette from one place. */
export function useChannelSwitches({ id, authorized, paused, name }: ChannelDetail) {
  const [isAsking, setAsking] = useState(false)
  const change = useChangeChannel(id)
  const noPause = authorized ? undefined : 'The channel is disconnected.'
  const ask = () => setAsking(true)
  const stopAsking = () => setAsking(false)
  const connect = () => change.mutate({ what: 'connected', connected: true })
  useAction({
    id: 'pause-channel',
    label: paused ? 'Resume the channel' : 'Pause the channel',
    section: 'admin',
    disabledReason: noPause,
    run: pause,
  })
  useAction({
    id: 'disconnect-channel',
    label: authorized ? 'Disconnect the channel' : 'Connect the channel again',
    section: 'admin',
    run: authorized ? ask : connect,
  })

  function pause() {
    change.mutate({ what: 'paused', paused: !paused }, { onSuccess: offerUndo })
  }

  function offerUndo() {
    toast(paused ? `${name} sends again.` : `${name} is paused.`, {
      action: { label: 'Undo', onClick: () => change.mutate({ what: 'paused', paused }) },
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
