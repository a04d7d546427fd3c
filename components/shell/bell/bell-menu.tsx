'use client'

import { BellOff, BellRing, Volume2 } from 'lucide-react'
import { toast } from 'sonner'
import { DropdownMenu, MenuCheck, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { chime } from '@/lib/client/people/chime'
import { useChangeMySettings, useMySettings } from '@/lib/client/people/my-settings'

/** How one hears that somebody waits. */
export function BellMenu({ side }: { side: 'top' | 'right' }) {
  const { ring, notify } = useMySettings()
  const change = useChangeMySettings()
  const Icon = ring || notify ? BellRing : BellOff
  return (
    <DropdownMenu
      side={side}
      trigger={
        <IconButton label="Alerts" tooltipSide="right" className="size-10 max-md:size-11">
          <Icon className="size-[18px]" />
        </IconButton>
      }
    >
      <MenuCheck checked={ring} onChange={(on) => change.mutate({ ring: on })}>
        Sound when somebody waits
      </MenuCheck>
      <MenuCheck
        checked={notify}
        disabledReason={noNotifications()}
        onChange={async (on) => {
          if (!on || (await isAllowed())) change.mutate({ notify: on })
          else toast.error('The browser was not allowed to show notifications of this site.')
        }}
      >
        Notifications of the browser
      </MenuCheck>
      <MenuSeparator />
      <MenuItem icon={<Volume2 aria-hidden />} onSelect={tryOut}>
        Try the sound
      </MenuItem>
    </DropdownMenu>
  )
}

async function tryOut() {
  if (!(await chime())) toast.error('This browser plays no sound here.')
}

function noNotifications(): string | undefined {
  if (typeof Notification === 'undefined') return 'This browser has none.'
  if (Notification.permission === 'denied') return 'Forbidden for this site in the browser.'
  return undefined
}

async function isAllowed(): Promise<boolean> {
  if (Notification.permission === 'granted') return true
  return (await Notification.requestPermission()) === 'granted'
}
