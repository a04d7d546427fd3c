'use client'

import { useState } from 'react'
import { Loaded } from '@/components/ui/feedback/loaded'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { TitledPage } from '@/components/ui/titled-page'
import { useConnections } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'
import { NoConnection } from '../no-connection'
import { IntegrationList } from './integration-list'

/** The integrations that Stella keeps, whoever made them, by connection. */
export function IntegrationsPage() {
  const { t } = useTranslator()
  const connections = useConnections()
  return (
    <TitledPage
      title={t('connection.screen.integrations')}
      about={t('connection.screen.integrationsAbout')}
    >
      <Loaded query={connections} what={t('connection.screen.loaded')}>
        {({ items }) =>
          items[0] ? <OfConnection connections={items} first={items[0].id} /> : <NoConnection />
        }
      </Loaded>
    </TitledPage>
  )
}

function OfConnection({ connections, first }: { connections: ConnectionView[]; first: string }) {
  const { t } = useTranslator()
  const [id, setId] = useState(first)
  return (
    <>
      {connections.length > 1 && (
        <div className="mb-4 max-w-sm">
          <ChoiceField
            label={t('connection.screen.ofConnection')}
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
