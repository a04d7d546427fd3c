'use client'

import { Pause, Play, PlugZap, Unplug } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelDetail } from '@/lib/view/channel-view'
import { useChannelSwitches } from './use-channel-switches'

/** Pause and resume, disconnect and connect again. */
export function ChannelActions({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslator()
  const switches = useChannelSwitches(channel)
  const { isChanging } = switches
  const { paused } = channel
  return (
    <>
      <Button disabledReason={switches.noPause} pending={isChanging} onClick={switches.pause}>
        {paused ? (
          <Play aria-hidden className="size-4" />
        ) : (
          <Pause aria-hidden className="size-4" />
        )}
        {paused ? t('channelAdmin.switches.resume') : t('channelAdmin.switches.pause')}
      </Button>
      {channel.authorized ? (
        <Button variant="danger" onClick={switches.ask}>
          <Unplug aria-hidden className="size-4" /> {t('channelAdmin.switches.disconnect')}
        </Button>
      ) : (
        <Button variant="primary" pending={isChanging} onClick={switches.connect}>
          <PlugZap aria-hidden className="size-4" /> {t('channelAdmin.switches.reconnect')}
        </Button>
      )}
      <DisconnectDialog name={channel.name} switches={switches} />
    </>
  )
}

interface DisconnectDialogProps {
  name: string
  switches: ReturnType<typeof useChannelSwitches>
}

/** What disconnecting means, before it is done. */
function DisconnectDialog({ name, switches }: DisconnectDialogProps) {
  const { t } = useTranslator()
  return (
    <Dialog
      open={switches.isAsking}
      onOpenChange={(open) => (open ? switches.ask() : switches.stopAsking())}
      title={t('channelAdmin.switches.disconnectTitle', { name })}
    >
      <div className="flex flex-col gap-4 p-5">
        <p>{t('channelAdmin.switches.disconnectText')}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={switches.stopAsking}>{t('common.cancel')}</Button>
          <Button variant="danger" pending={switches.isChanging} onClick={switches.disconnect}>
            {t('channelAdmin.switches.disconnect')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
