'use client'

import { CheckField } from '@/components/ui/form/check-field'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { ROLES, type Role } from '@/lib/domain/people/role'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { PeoplePage } from '@/lib/view/people-view'
import { parseRole, roleName } from './person-words'

export interface Access {
  role: Role
  /** Null: all. */
  channelIds: string[] | null
}

const HINTS = {
  admin: 'people.roleHint.admin',
  supervisor: 'people.roleHint.supervisor',
  agent: 'people.roleHint.agent',
} as const satisfies Record<Role, Key>

interface AccessFieldsProps {
  value: Access
  onChange: (value: Access) => void
  channels: PeoplePage['channels']
}

/** What somebody may do, and on which channels. */
export function AccessFields({ value, onChange, channels }: AccessFieldsProps) {
  const { t, say } = useTranslator()
  const { role, channelIds } = value
  const toggle = (id: string, checked: boolean) => {
    const rest = (channelIds ?? []).filter((other) => other !== id)
    onChange({ role, channelIds: checked ? [...rest, id] : rest })
  }
  return (
    <>
      <ChoiceField
        label={t('people.access.role')}
        value={role}
        hint={t(HINTS[role])}
        choices={ROLES.toReversed().map((each) => ({ value: each, label: say(roleName(each)) }))}
        onChoice={(next) => onChange({ ...value, role: parseRole(next) })}
      />
      <fieldset>
        <legend className="text-list font-medium">{t('people.access.channels')}</legend>
        {role === 'admin' ? (
          <p className="mt-1 text-list text-muted">{t('people.access.adminsSeeAll')}</p>
        ) : (
          <>
            <CheckField
              label={t('people.access.all')}
              checked={channelIds === null}
              onCheck={(all) =>
                onChange({ role, channelIds: all ? null : channels.map(({ id }) => id) })
              }
            />
            {channelIds !== null &&
              channels.map(({ id, name }) => (
                <div key={id} className="pl-6">
                  <CheckField
                    label={name}
                    checked={channelIds.includes(id)}
                    onCheck={(checked) => toggle(id, checked)}
                  />
                </div>
              ))}
          </>
        )}
      </fieldset>
    </>
  )
}
