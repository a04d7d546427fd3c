'use client'

import { Pause, Play, PlugZap, Unplug } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { useAction } from '@/lib/client/browser/actions'
import { useChangeChannel } from '@/lib/client/channel/console'
import type { ChannelDetail } from '@/lib/view/channel-view'

const DISCONNECTED = 'The channel is disconnected.'

/** Pause and resume, disconnect and connect again. */
export function ChannelActions({ channel }: { channel: ChannelDetail }) {
  const [asking, setAsking] = useState(false)
  const change = useChangeChannel(channel.id)
  const { authorized, paused, name } = channel
  const undoPause = () => change.mutate({ what: 'paused', paused })
  const pause = () =>
    change.mutate(
      { what: 'paused', paused: !paused },
      {
        onSuccess: () =>
          toast(paused ? `${name} sends again.` : `${name} is paused.`, {
            action: { label: 'Undo', onClick: undoPause },
          }),
      },
    )
  const connect = () => change.mutate({ what: 'connected', connected: true })
  useAction({
    id: 'pause-channel',
    label: paused ? 'Resume the channel' : 'Pause the channel',
    section: 'Admin',
    disabledReason: authorized ? undefined : DISCONNECTED,
    run: pause,
  })
  useAction({
    id: 'disconnect-channel',
    label: authorized ? 'Disconnect the channel' : 'Connect the channel again',
    section: 'Admin',
    run: authorized ? () => setAsking(true) : connect,
  })
  return (
    <>
      <Button
        disabledReason={authorized ? undefined : DISCONNECTED}
        pending={change.isPending}
        onClick={pause}
      >
        {paused ? (
          <Play aria-hidden className="size-4" />
        ) : (
          <Pause aria-hidden className="size-4" />
        )}
        {paused ? 'Resume' : 'Pause'}
      </Button>
      {authorized ? (
        <Button variant="danger" onClick={() => setAsking(true)}>
          <Unplug aria-hidden className="size-4" /> Disconnect
        </Button>
      ) : (
        <Button variant="primary" pending={change.isPending} onClick={connect}>
          <PlugZap aria-hidden className="size-4" /> Connect again
        </Button>
      )}
      <Dialog open={asking} onOpenChange={setAsking} title={`Disconnect ${name}?`}>
        <div className="flex flex-col gap-4 p-5">
          <p>
            Nothing is sent any more, and agents read why. History stays, deliveries are still
            stored, and you can connect it again under the same address.
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button
              variant="danger"
              pending={change.isPending}
              onClick={() =>
                change.mutate(
                  { what: 'connected', connected: false },
                  { onSettled: () => setAsking(false) },
                )
              }
            >
              Disconnect
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
