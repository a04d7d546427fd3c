'use client'

import { Keyboard, LogOut, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Avatar } from '@/components/ui/avatar'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { useLeave } from './sign-out'

interface AccountMenuProps {
  side: 'top' | 'right'
  onShowKeys: () => void
}

/** Who I am here, and the way out. */
export function AccountMenu({ side, onShowKeys }: AccountMenuProps) {
  const { t } = useTranslator()
  const viewer = useViewer()
  const router = useRouter()
  const leave = useLeave()
  return (
    <DropdownMenu
      side={side}
      trigger={
        <button
          type="button"
          aria-label={t('shell.account.label')}
          className="grid size-10 place-items-center rounded-full max-md:size-11"
        >
          <Avatar name={viewer.name} src={viewer.avatarUrl} size={32} />
        </button>
      }
    >
      <div className="max-w-64 px-2.5 py-2">
        <p className="truncate font-semibold">{viewer.name}</p>
        <p className="truncate text-meta text-muted">{viewer.email}</p>
        <p className="text-meta text-muted">{t('shell.account.role', { role: viewer.role })}</p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<UserRound aria-hidden />} onSelect={() => router.push(paths.admin.profile)}>
        {t('shell.account.profile')}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} keys="?" onSelect={onShowKeys}>
        {t('shell.account.keys')}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
        {t('shell.account.signOut')}
      </MenuItem>
    </DropdownMenu>
  )
}
