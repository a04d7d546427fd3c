'use client'

import { Plug, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { TitledPage } from '@/components/ui/titled-page'
import { useAction } from '@/lib/client/browser/actions'
import { useConnections } from '@/lib/client/channel/channel-admin'
import type { ConnectionView } from '@/lib/view/channel-view'
import { ConnectionCard } from './connection-card'
import { ConnectionDialog } from './connection-dialog'

/** The Stella apps of this inbox. */
export function ConnectionsPage() {
  const connections = useConnections()
  const [editing, setEditing] = useState<ConnectionView | 'new'>()
  const add = () => setEditing('new')
  useAction({
    id: 'connect-app',
    label: 'Connect a Stella app',
    keys: 'c',
    section: 'admin',
    run: add,
  })
  return (
    <TitledPage
      title="Connections"
      about="A connection is one Stella app: its access token, and where its APIs answer."
      actions={
        <Button variant="primary" onClick={add}>
          <Plus aria-hidden className="size-4" /> Connect an app
        </Button>
      }
    >
      <Loaded query={connections} what="The connections">
        {({ items }) =>
          items.length === 0 ? (
            <Notice
              icon={<Plug />}
              title="No Stella app is connected"
              action={<Button onClick={add}>Connect an app</Button>}
            >
              Make an access token in Stella, under Settings → Access Token, and put it in here.
            </Notice>
          ) : (
            <ul aria-label="Connections" className="flex flex-col gap-4">
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
