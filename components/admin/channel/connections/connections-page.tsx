'use client'

import { Plug, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { TitledPage } from '@/components/ui/titled-page'
import { useAction } from '@/lib/client/browser/actions'
import { useConnections } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'
import { ConnectionCard } from './connection-card'
import { ConnectionDialog } from './connection-dialog'

/** The Stella apps of this inbox. */
export function ConnectionsPage() {
  const { t } = useTranslator()
  const connections = useConnections()
  const [editing, setEditing] = useState<ConnectionView | 'new'>()
  const add = () => setEditing('new')
  useAction({
    id: 'connect-app',
    label: t('connection.screen.connectStellaApp'),
    keys: 'c',
    section: 'admin',
    run: add,
  })
  return (
    <TitledPage
      title={t('connection.screen.title')}
      about={t('connection.screen.about')}
      actions={
        <Button variant="primary" onClick={add}>
          <Plus aria-hidden className="size-4" /> {t('connection.screen.connectApp')}
        </Button>
      }
    >
      <Loaded query={connections} what={t('connection.screen.loaded')}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice
              icon={<Plug />}
              title={t('connection.screen.empty')}
              action={<Button onClick={add}>{t('connection.screen.connectApp')}</Button>}
            >
              {t('connection.screen.emptyText')}
            </Notice>
          ) : (
            <ul aria-label={t('connection.screen.title')} className="flex flex-col gap-4">
              {items.map((connection) => (
                <ConnectionCard
                  key={connection.id}
                  connection={connection}
                  onEdit={() => setEditing(connection)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {editing && (
        <ConnectionDialog
          connection={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </TitledPage>
  )
}
