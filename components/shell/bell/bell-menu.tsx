'use client'

import { BellOff, BellRing, Volume2 } from 'lucide-react'
import { DropdownMenu, MenuCheck, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { toastProblem } from '@/lib/client/browser/toast'
import { chime } from '@/lib/client/people/chime'
import { useChangeMySettings, useMySettings } from '@/lib/client/people/my-settings'
import { useTranslator } from '@/lib/i18n/use-translator'

/** How one hears that somebody waits. */
export function BellMenu({ side }: { side: 'top' | 'right' }) {
  const { t } = useTranslator()
  const { ring, notify } = useMySettings()
  const change = useChangeMySettings()
  const blocked = noNotifications()
  const Icon = ring || notify ? BellRing : BellOff
  const tryOut = async () => {
    if (!(await chime())) toastProblem(t('shell.bell.noSound'))
  }
  return (
    <DropdownMenu
      side={side}
      trigger={
        <IconButton
          label={t('shell.bell.menu')}
          tooltipSide="right"
          className="size-10 max-md:size-11"
        >
          <Icon className="size-[18px]" />
        </IconButton>
      }
    >
      <MenuCheck checked={ring} onChange={(on) => change.mutate({ ring: on })}>
        {t('shell.bell.sound')}
      </MenuCheck>
      <MenuCheck
        checked={notify}
        disabledReason={blocked && t(blocked)}
        onChange={async (on) => {
          if (!on || (await isAllowed())) change.mutate({ notify: on })
          else toastProblem(t('shell.bell.refused'))
        }}
      >
        {t('shell.bell.browser')}
      </MenuCheck>
      <MenuSeparator />
      <MenuItem icon={<Volume2 aria-hidden />} onSelect={tryOut}>
        {t('shell.bell.test')}
      </MenuItem>
    </DropdownMenu>
  )
}

function noNotifications() {
  if (typeof Notification === 'undefined') return 'shell.bell.missing'
  if (Notification.permission === 'denied') return 'shell.bell.denied'
  return undefined
}

async function isAllowed(): Promise<boolean> {
  if (Notification.permission === 'granted') return true
  return (await Notification.requestPermission()) === 'granted'
}
