'use client'

import { TitledPage } from '@/components/ui/titled-page'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { roleName } from '../person-words'
import { IdentityCard } from './identity-card'
import { PasswordCard } from './password-card'
import { SettingsCard } from './settings-card'

/** Who I am to others, and how I like to work. */
export function ProfilePage() {
  const { t } = useTranslator()
  const viewer = useViewer()
  return (
    <TitledPage
      title={t('people.profile.title')}
      about={t('people.profile.about', { email: viewer.email, role: roleName(viewer.role) })}
    >
      <IdentityCard />
      <SettingsCard />
      <PasswordCard />
    </TitledPage>
  )
}
