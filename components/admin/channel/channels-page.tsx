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
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { ChannelRow } from './channel-row'

/** Every channel with how it is doing. */
export function ChannelsPage() {
  const { t } = useTranslator()
  const channels = useAdminChannels()
  const router = useRouter()
  const connect = () => router.push(paths.admin.connectChannel)
  useAction({
    id: 'connect-channel',
    label: t('channelAdmin.list.connect'),
    keys: 'c',
    section: 'admin',
    run: connect,
  })
  return (
    <TitledPage
      title={t('channelAdmin.list.title')}
      about={t('channelAdmin.list.about')}
      actions={
        <Button variant="primary" onClick={connect}>
          <Plus aria-hidden className="size-4" /> {t('channelAdmin.list.connect')}
        </Button>
      }
    >
      <Loaded query={channels} what={t('channelAdmin.list.loaded')}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice
              icon={<Radio />}
              title={t('channelAdmin.list.empty')}
              action={<Button onClick={connect}>{t('channelAdmin.list.connect')}</Button>}
            >
              {t('channelAdmin.list.emptyText')}
            </Notice>
          ) : (
            <ul
              aria-label={t('channelAdmin.list.title')}
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
