'use client'

import { Plus, Radio } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { TitledPage } from '@/components/ui/titled-page'
import { useAction } from '@/lib/client/browser/actions'
import { useAdminChannels } from '@/lib/client/channel/channel-admin'
import { paths } from '@/lib/paths'
import { ChannelRow } from './channel-row'

/** Every channel with how it is doing. */
export function ChannelsPage() {
  const channels = useAdminChannels()
  const router = useRouter()
  const connect = () => router.push(paths.admin.connectChannel)
  useAction({
    id: 'connect-channel',
    label: 'Connect a channel',
    keys: 'c',
    section: 'admin',
    run: connect,
  })
  return (
    <TitledPage
      title="Channels"
      about="Each has an address of its own to which Stella sends its webhooks."
      actions={
        <Button variant="primary" onClick={connect}>
          <Plus aria-hidden className="size-4" /> Connect a channel
        </Button>
      }
    >
      <Loaded query={channels} what="The channels">
        {({ items }) =>
          items.length === 0 ? (
            <Notice
              icon={<Radio />}
              title="No channel is connected"
              action={<Button onClick={connect}>Connect a channel</Button>}
            >
              You need its id and secret from Stella; it takes three steps.
            </Notice>
          ) : (
            <ul
              aria-label="Channels"
              className="divide-y overflow-hidden rounded-bubble border bg-surface"
            >
              {items.map((channel) => (
                <li key={channel.id}>
                  <Link
                    href={paths.admin.channel(channel.id)}
                    prefetch={false}
                    className="flex min-h-16 items-center gap-3 px-4 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2"
                  >
                    <ChannelRow channel={channel} />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </TitledPage>
  )
}
