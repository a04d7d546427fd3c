'use client'

import { CheckField } from '@/components/ui/form/check-field'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { ROLES, type Role } from '@/lib/domain/people/role'
import type { PeoplePage } from '@/lib/view/people-view'
import { parseRole, roleName } from './person-words'

export interface Access {
  role: Role
  /** Null: all. */
  channelIds: string[] | null
}

const HINTS: Record<Role, string> = {
  admin: 'Everything, also channels, people and the event log.',
  supervisor: 'Answers, sees who did what, and looks after canned replies and tags.',
  agent: 'Answers members.',
}

interface AccessFieldsProps {
  value: Access
  onChange: (value: Access) => void
  channels: PeoplePage['channels']
}

/** What somebody may do, and on which channels. */
export function AccessFields({ value, onChange, channels }: AccessFieldsProps) {
  const { role, channelIds } = value
  const toggle = (id: string, checked: boolean) => {
    const rest = (channelIds ?? []).filter((other) => other !== id)
    onChange({ role, channelIds: checked ? [...rest, id] : rest })
  }
  return (
    <>
      <ChoiceField
        label="Role"
        value={role}
        hint={HINTS[role]}
        choices={ROLES.toReversed().map((each) => ({ value: each, label: roleName(each) }))}
        onChoice={(next) => onChange({ ...value, role: parseRole(next) })}
      />
      <fieldset>
        <legend className="text-list font-medium">Channels</legend>
        {role === 'admin' ? (
          <p className="mt-1 text-list text-muted">Admins see all channels.</p>
        ) : (
          <>
            <CheckField
              label="All channels, also those to come"
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
