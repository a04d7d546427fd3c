'use client'

import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { FormProps } from './kinds'
import { emptyPerson } from './kinds'

/** Contact cards: who the member may call or write to. */
export function ContactsForm({ draft, onChange, platform }: FormProps<'contacts'>) {
  const { t } = useTranslator()
  return (
    <RepeatedRows
      name={t('composer.row.contact')}
      rows={draft.contacts}
      max={SENDABLE[platform].contacts?.contactsMax ?? 1}
      empty={emptyPerson}
      onChange={(contacts) => onChange({ ...draft, contacts })}
    >
      {(person, change) => (
        <>
          <div className="grid grid-cols-2 gap-2.5 max-md:grid-cols-1">
            <Line
              label={t('composer.form.firstName')}
              value={person.firstName}
              onChange={(firstName) => change({ ...person, firstName })}
            />
            <Line
              label={t('composer.form.lastName')}
              value={person.lastName}
              onChange={(lastName) => change({ ...person, lastName })}
            />
          </div>
          <Line
            label={t('composer.form.phone')}
            type="tel"
            value={person.phones[0]}
            onChange={(phone) => change({ ...person, phones: [phone] })}
          />
          <Line
            label={t('composer.form.email')}
            type="email"
            value={person.emails[0]}
            onChange={(email) => change({ ...person, emails: email ? [email] : [] })}
          />
          <Line
            label={t('composer.form.company')}
            value={person.company}
            onChange={(company) => change({ ...person, company })}
          />
        </>
      )}
    </RepeatedRows>
  )
}
