'use client'

import { ListFilter } from 'lucide-react'
import { ColorDot } from '@/components/shell/labels/color-dot'
import { PlatformMark } from '@/components/shell/labels/platform-mark'
import { DropdownMenu, MenuChoice, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useChannels } from '@/lib/client/channel/channels'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useTagChoices } from '@/lib/client/workspace/workspace-settings'

const ANY = ''

/** Narrows the list to one channel or one tag. With one channel and no tag there is nothing to choose. */
export function FilterMenu({ location }: { location: InboxLocation }) {
  const channels = useChannels().data ?? []
  const tags = useTagChoices().data ?? []
  if (channels.length < 2 && tags.length === 0) return null
  return (
    <DropdownMenu
      side="bottom"
      trigger={
        <IconButton label="Filter" tooltipSide="bottom" className="-my-2 size-8">
          <ListFilter aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuLabel>Channel</MenuLabel>
      <MenuChoice
        label="Channel"
        value={location.channel ?? ANY}
        onChange={(id) => goTo({ ...location, channel: id || undefined })}
        choices={[
          { value: ANY, label: 'All channels' },
          ...channels.map(({ id, name, platform }) => ({
            value: id,
            label: name,
            icon: <PlatformMark platform={platform} />,
          })),
        ]}
      />
      {tags.length > 0 && (
        <>
          <MenuSeparator />
          <MenuLabel>Tag</MenuLabel>
          <MenuChoice
            label="Tag"
            value={location.tag ?? ANY}
            onChange={(name) => goTo({ ...location, tag: name || undefined })}
            choices={[
              { value: ANY, label: 'All tags' },
              ...tags.map(({ name, color }) => ({
                value: name,
                label: name,
                icon: <ColorDot color={color} className="size-2" />,
              })),
            ]}
          />
        </>
      )}
    </DropdownMenu>
  )
}
