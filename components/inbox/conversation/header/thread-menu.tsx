'use client'

import {
  ArrowRightLeft,
  Bot,
  Check,
  Ellipsis,
  Link,
  ListStart,
  PanelRight,
  RotateCcw,
  Tag,
  UserRoundPlus,
  Waypoints,
} from 'lucide-react'
import { toast } from 'sonner'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useAction } from '@/lib/client/browser/actions'
import { paths } from '@/lib/paths'
import type { ThreadHeaderProps } from './header-props'

/** Everything the header can do, in words, and what did not fit into it. */
export function ThreadMenu(props: ThreadHeaderProps) {
  const { conversation, ownership, panelOpen, onTogglePanel } = props
  const copy = () => copyLink(conversation.id)
  useAction({ id: 'copy-link', label: 'Copy link', section: 'Conversation', run: copy })
  return (
    <DropdownMenu
      trigger={
        <IconButton label="More" tooltipSide="bottom">
          <Ellipsis className="size-4" />
        </IconButton>
      }
    >
      <OwnershipItems ownership={ownership} />
      <MenuItem icon={<Tag aria-hidden />} keys="L" onSelect={props.onTag}>
        Tag…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<PanelRight aria-hidden />} keys="]" onSelect={onTogglePanel}>
        {panelOpen ? 'Hide the member panel' : 'Show the member panel'}
      </MenuItem>
      <MenuItem icon={<Link aria-hidden />} onSelect={copy}>
        Copy link
      </MenuItem>
    </DropdownMenu>
  )
}

/** Who answers, and whether it is done. */
function OwnershipItems({ ownership }: Pick<ThreadHeaderProps, 'ownership'>) {
  const ResolveIcon = ownership.resolved ? RotateCcw : Check
  return (
    <>
      <MenuItem
        icon={<ArrowRightLeft aria-hidden />}
        keys="T"
        disabledReason={ownership.noTakeOver}
        onSelect={ownership.takeOver}
      >
        Take over
      </MenuItem>
      <MenuItem
        icon={<Bot aria-hidden />}
        keys="B"
        disabledReason={ownership.noHandBack}
        onSelect={() => ownership.handBack()}
      >
        Hand back to the bot
      </MenuItem>
      <MenuItem
        icon={<Waypoints aria-hidden />}
        keys="⇧B"
        disabledReason={ownership.noHandBack}
        onSelect={ownership.pickNode}
      >
        Hand back to a bot step…
      </MenuItem>
      <MenuItem
        icon={<UserRoundPlus aria-hidden />}
        keys="A"
        disabledReason={ownership.noAssign}
        onSelect={ownership.pickAgent}
      >
        Transfer…
      </MenuItem>
      <MenuItem
        icon={<ListStart aria-hidden />}
        disabledReason={ownership.noQueue}
        onSelect={ownership.toQueue}
      >
        Return to queue
      </MenuItem>
      <MenuItem icon={<ResolveIcon aria-hidden />} keys="E" onSelect={ownership.toggleResolved}>
        {ownership.resolved ? 'Reopen' : 'Resolve'}
      </MenuItem>
    </>
  )
}

async function copyLink(conversationId: string) {
  try {
    await navigator.clipboard.writeText(new URL(paths.inbox(conversationId), location.href).href)
    toast('Link copied')
  } catch {
    toast.error('The browser did not allow copying.')
  }
}
