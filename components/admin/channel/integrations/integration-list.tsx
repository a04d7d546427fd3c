'use client'

import { Blocks, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Fact, FactList } from '@/components/ui/fact-list'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { useAction } from '@/lib/client/browser/actions'
import { useDeleteIntegration, useIntegrations } from '@/lib/client/channel/integrations'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import { IntegrationDialog } from './integration-dialog'

/** What Stella keeps under one connection, as it says right now. */
export function IntegrationList({ connectionId }: { connectionId: string }) {
  const integrations = useIntegrations(connectionId)
  const remove = useDeleteIntegration(connectionId)
  const [editing, setEditing] = useState<MaskedIntegration | 'new'>()
  const add = () => setEditing('new')
  useAction({
    id: 'new-integration',
    label: 'New integration',
    keys: 'c',
    section: 'admin',
    run: add,
  })
  return (
    <>
      <Loaded query={integrations} what="The integrations">
        {({ items }) => (
          <>
            <div className="mb-3 flex items-center gap-3">
              <p className="flex-1 text-list text-muted">
                {items.length === 1 ? '1 integration' : `${items.length} integrations`} at Stella
              </p>
              <Button variant="primary" onClick={add}>
                <Plus aria-hidden className="size-4" /> New integration
              </Button>
            </div>
            {items.length === 0 ? (
              <Notice icon={<Blocks />} title="Stella keeps no integration here">
                What other tools create under this access token shows up here too.
              </Notice>
            ) : (
              <ul aria-label="Integrations" className="flex flex-col gap-3">
                {items.map((integration) => (
                  <Integration
                    key={integration.id}
                    integration={integration}
                    onEdit={() => setEditing(integration)}
                    onDelete={() => remove(integration, nameOf(integration))}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {editing && (
        <IntegrationDialog
          connectionId={connectionId}
          integration={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

interface IntegrationProps {
  integration: MaskedIntegration
  onEdit: () => void
  onDelete: () => void
}

function Integration({ integration, onEdit, onDelete }: IntegrationProps) {
  const name = nameOf(integration)
  return (
    <li aria-label={name} className="rounded-bubble border bg-surface p-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <h2 className="truncate font-semibold">{name}</h2>
          <p className="truncate text-meta text-muted">{integration.id}</p>
        </div>
        <div className="flex gap-2">
          <Button onClick={onEdit}>
            <Pencil aria-hidden className="size-4" /> Change
          </Button>
          <Button variant="danger" onClick={onDelete}>
            <Trash2 aria-hidden className="size-4" /> Delete
          </Button>
        </div>
      </div>
      <FactList>
        {Object.entries(integration.fields).map(([field, shown]) => (
          <Fact key={field} name={field}>
            {typeof shown === 'string' ? shown : <code>{JSON.stringify(shown)}</code>}
          </Fact>
        ))}
      </FactList>
    </li>
  )
}

/** What people would call it: its own name where it has one, else its id. */
function nameOf({ id, fields }: MaskedIntegration): string {
  const named = [fields.name, fields.title, fields.label].find(
    (value) => typeof value === 'string' && value !== '',
  )
  return typeof named === 'string' ? named : `Integration ${id}`
}
