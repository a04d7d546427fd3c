'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import type { AuditQuery } from '@/lib/client/log/audit'
import { usePeople } from '@/lib/client/people/people'
import { AUDIT_GROUPS, type AuditGroup } from '@/lib/domain/log/audit'

const NAMES: Record<AuditGroup, string> = {
  acts: 'Everything but reading',
  replies: 'Replies',
  ownership: 'Taking over and handing back',
  conversations: 'Conversations',
  people: 'People',
  channels: 'Connections and channels',
  settings: 'Workspace settings',
  log: 'The log',
  reading: 'Reading',
}

interface AuditFiltersProps {
  query: AuditQuery
  onChange: (changes: Partial<AuditQuery>) => void
}

/** Who, what and when. */
export function AuditFilters({ query, onChange }: AuditFiltersProps) {
  const people = usePeople()
  const everybody = (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <search className="mb-4 grid grid-cols-4 gap-3 max-lg:grid-cols-2">
      <ChoiceField
        label="Who"
        value={query.who ?? ''}
        choices={[{ value: '', label: 'Everybody' }, ...everybody]}
        onChoice={(who) => onChange({ who: who || undefined })}
      />
      <ChoiceField
        label="What"
        value={query.what}
        choices={AUDIT_GROUPS.map((group) => ({ value: group, label: NAMES[group] }))}
        onChoice={(value) =>
          onChange({ what: AUDIT_GROUPS.find((group) => group === value) ?? 'acts' })
        }
      />
      <Field
        label="From"
        type="date"
        value={query.from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <Field
        label="Until"
        type="date"
        value={query.to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
      {query.conversation && (
        <Button
          className="col-span-full justify-self-start"
          onClick={() => onChange({ conversation: undefined })}
        >
          Only one conversation <X aria-hidden className="size-4" />
        </Button>
      )}
    </search>
  )
}
