'use client'

import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { Pill } from '@/components/ui/pill'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { PeoplePage, PersonView } from '@/lib/view/people-view'
import { PersonMenu } from './person-menu'
import { channelWords, presenceWords, roleName } from './person-words'

interface PersonRowProps {
  person: PersonView
  channels: PeoplePage['channels']
  isMe: boolean
  otherAdmins: number
  onChange: () => void
  onPasswordLink: () => void
}

/** Somebody in the list: who, as what, where, and when they were last here. */
export function PersonRow({ person, channels, isMe, ...menu }: PersonRowProps) {
  const { t, say } = useTranslator()
  const { name, email, role, disabled, avatarUrl } = person
  return (
    <li aria-label={name} className="flex min-h-16 items-center gap-3 px-4 py-2.5 max-md:px-3">
      <Avatar name={name} src={avatarUrl} className={cn(disabled && 'opacity-55')} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className={cn('truncate font-medium', disabled && 'text-muted')}>{name}</span>
          {isMe && <span className="text-meta text-muted">{t('people.list.you')}</span>}
          <Pill tone={role === 'agent' ? 'neutral' : 'accent'}>{say(roleName(role))}</Pill>
          {disabled && <Pill tone="bad">{t('people.list.disabled')}</Pill>}
        </p>
        <p className="truncate text-list text-muted">{email}</p>
      </div>
      <div className="hidden w-52 text-right text-meta text-muted md:block">
        <p className="truncate text-text">{say(channelWords(person, channels))}</p>
        <p>{say(presenceWords(person))}</p>
      </div>
      <PersonMenu person={person} {...menu} />
    </li>
  )
}
