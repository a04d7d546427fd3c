'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Loaded } from '@/components/ui/feedback/loaded'
import { TitledPage } from '@/components/ui/titled-page'
import { useAction } from '@/lib/client/browser/actions'
import { usePasswordLink, usePeople } from '@/lib/client/people/people'
import { useViewer } from '@/lib/client/people/use-viewer'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { PeoplePage as People, PersonView } from '@/lib/view/people-view'
import { InviteDialog } from './invite-dialog'
import { InviteList } from './invite-list'
import { LinkBox } from './link-box'
import { PersonDialog } from './person-dialog'
import { PersonRow } from './person-row'
import { otherAdminsAmong } from './person-words'

/** Who may sign in, as what, and on which channels. */
export function PeoplePage() {
  const { t, say } = useTranslator()
  const viewer = useViewer()
  const people = usePeople()
  const [inviting, setInviting] = useState(false)
  const forbidden = forbiddenBecause(viewer, 'manage-people')
  const invite = () => setInviting(true)
  useAction({
    id: 'invite',
    label: t('people.list.command'),
    section: 'admin',
    disabledReason: forbidden && say(forbidden),
    run: invite,
  })
  return (
    <TitledPage
      title={t('people.list.title')}
      about={t('people.list.about')}
      actions={
        <Button variant="primary" disabledReason={forbidden && say(forbidden)} onClick={invite}>
          <UserPlus aria-hidden className="size-4" /> {t('people.list.invite')}
        </Button>
      }
    >
      <Loaded query={people} what={t('people.list.what')}>
        {(page) => <PeopleList page={page} viewerId={viewer.id} />}
      </Loaded>
      <InviteList />
      <InviteDialog
        open={inviting}
        onOpenChange={setInviting}
        channels={people.data?.channels ?? []}
      />
    </TitledPage>
  )
}

function PeopleList({ page, viewerId }: { page: People; viewerId: string }) {
  const { t } = useTranslator()
  const [changing, setChanging] = useState<PersonView>()
  const link = usePasswordLink()
  const named = page.items.find(({ id }) => id === link.variables)
  return (
    <>
      <ul aria-label={t('people.list.label')} className="divide-y rounded-bubble border bg-surface">
        {page.items.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            channels={page.channels}
            isMe={person.id === viewerId}
            otherAdmins={otherAdminsAmong(page.items, person.id)}
            onChange={() => setChanging(person)}
            onPasswordLink={() => link.mutate(person.id)}
          />
        ))}
      </ul>
      {changing && (
        <PersonDialog
          person={changing}
          channels={page.channels}
          onClose={() => setChanging(undefined)}
        />
      )}
      <Dialog
        open={link.data !== undefined}
        onOpenChange={(open) => open || link.reset()}
        title={t('people.link.title')}
      >
        <div className="p-5">
          {link.data && (
            <LinkBox
              link={link.data}
              what={t('people.link.forPassword', { name: named?.name ?? '' })}
            />
          )}
        </div>
      </Dialog>
    </>
  )
}
