'use client'

import { ListFilter } from 'lucide-react'
import { ColorDot } from '@/components/shell/labels/color-dot'
import { PlatformMark } from '@/components/shell/labels/platform-mark'
import { DropdownMenu, MenuChoice, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useChannels } from '@/lib/client/channel/channels'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'
import { useTagChoices } from '@/lib/client/workspace/workspace-settings'
import { useTranslator } from '@/lib/i18n/use-translator'

const ANY = ''

/** Narrows the list to one channel or one tag. With one channel and no tag there is nothing to choose. */
export function FilterMenu({ location }: { location: InboxLocation }) {
  const { t } = useTranslator()
  const channels = useChannels().data ?? []
  const tags = useTagChoices().data ?? []
  if (channels.length < 2 && tags.length === 0) return null
  return (
    <DropdownMenu
      side="bottom"
      trigger={
        <IconButton
          label={t('conversation.filter.button')}
          tooltipSide="bottom"
          className="-my-2 size-8"
        >
          <ListFilter aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuLabel>{t('conversation.filter.channel')}</MenuLabel>
      <MenuChoice
        label={t('conversation.filter.channel')}
        value={location.channel ?? ANY}
        onChange={(id) => goTo({ ...location, channel: id || undefined })}
        choices={[
          { value: ANY, label: t('conversation.filter.allChannels') },
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
          <MenuLabel>{t('conversation.filter.tag')}</MenuLabel>
          <MenuChoice
            label={t('conversation.filter.tag')}
            value={location.tag ?? ANY}
            onChange={(name) => goTo({ ...location, tag: name || undefined })}
            choices={[
              { value: ANY, label: t('conversation.filter.allTags') },
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
