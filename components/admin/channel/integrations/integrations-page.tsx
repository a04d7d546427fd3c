'use client'

import { useState } from 'react'
import { Loaded } from '@/components/ui/feedback/loaded'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { TitledPage } from '@/components/ui/titled-page'
import { useConnections } from '@/lib/client/channel/channel-admin'
import type { ConnectionView } from '@/lib/view/channel-view'
import { NoConnection } from '../no-connection'
import { IntegrationList } from './integration-list'

/** The integrations that Stella keeps, whoever made them, by connection. */
export function IntegrationsPage() {
  const connections = useConnections()
  return (
    <TitledPage
      title="Integrations"
      about="What Stella keeps for the bot’s flows: fields of your choice, such as credentials of other services."
    >
      <Loaded query={connections} what="The connections">
        {({ items }) =>
          items[0] ? <OfConnection connections={items} first={items[0].id} /> : <NoConnection />
        }
      </Loaded>
    </TitledPage>
  )
}

function OfConnection({ connections, first }: { connections: ConnectionView[]; first: string }) {
  const [id, setId] = useState(first)
  return (
    <>
      {connections.length > 1 && (
        <div className="mb-4 max-w-sm">
          <ChoiceField
            label="Connection"
            value={id}
            choices={connections.map((each) => ({ value: each.id, label: each.name }))}
            onChoice={setId}
          />
        </div>
      )}
      <IntegrationList key={id} connectionId={id} />
    </>
  )
}
