'use client'

import { TitledPage } from '@/components/ui/titled-page'
import { useViewer } from '@/lib/client/people/use-viewer'
import { roleName } from '../person-words'
import { IdentityCard } from './identity-card'
import { PasswordCard } from './password-card'
import { SettingsCard } from './settings-card'

/** Who I am to others, and how I like to work. */
export function ProfilePage() {
  const viewer = useViewer()
  return (
    <TitledPage title="My profile" about={`${viewer.email} · ${roleName(viewer.role)}`}>
      <IdentityCard />
      <SettingsCard />
      <PasswordCard />
    </TitledPage>
  )
}
