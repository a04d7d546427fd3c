'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import type { AuditQuery } from '@/lib/client/log/audit'
import { usePeople } from '@/lib/client/people/people'
import { AUDIT_GROUPS, type AuditGroup } from '@/lib/domain/log/audit'
import { useTranslator } from '@/lib/i18n/use-translator'

const NAMES = {
  acts: 'audit.group.acts',
  replies: 'audit.group.replies',
  ownership: 'audit.group.ownership',
  conversations: 'audit.group.conversations',
  people: 'audit.group.people',
  channels: 'audit.group.channels',
  settings: 'audit.group.settings',
  log: 'audit.group.log',
  reading: 'audit.group.reading',
} as const satisfies Record<AuditGroup, string>

interface AuditFiltersProps {
  query: AuditQuery
  onChange: (changes: Partial<AuditQuery>) => void
}

/** Who, what and when. */
export function AuditFilters({ query, onChange }: AuditFiltersProps) {
  const { t } = useTranslator()
  const people = usePeople()
  const everybody = (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <search className="mb-4 grid grid-cols-4 gap-3 max-lg:grid-cols-2">
      <ChoiceField
        label={t('audit.filter.who')}
        value={query.who ?? ''}
        choices={[{ value: '', label: t('audit.filter.everybody') }, ...everybody]}
        onChoice={(who) => onChange({ who: who || undefined })}
      />
      <ChoiceField
        label={t('audit.filter.what')}
        value={query.what}
        choices={AUDIT_GROUPS.map((group) => ({ value: group, label: t(NAMES[group]) }))}
        onChoice={(value) =>
          onChange({ what: AUDIT_GROUPS.find((group) => group === value) ?? 'acts' })
        }
      />
      <Field
        label={t('audit.filter.from')}
        type="date"
        value={query.from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <Field
        label={t('audit.filter.until')}
        type="date"
        value={query.to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
      {query.conversation && (
        <Button
          className="col-span-full justify-self-start"
          onClick={() => onChange({ conversation: undefined })}
        >
          {t('audit.filter.oneConversation')} <X aria-hidden className="size-4" />
        </Button>
      )}
    </search>
  )
}
