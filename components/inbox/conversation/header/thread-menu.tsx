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
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useAction } from '@/lib/client/browser/actions'
import { toast, toastProblem } from '@/lib/client/browser/toast'
import type { Said } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { ThreadHeaderProps } from './header-props'

/** Everything the header can do, in words, and what did not fit into it. */
export function ThreadMenu(props: ThreadHeaderProps) {
  const { t } = useTranslator()
  const { conversation, ownership, panelOpen, onTogglePanel } = props
  const copy = () => copyLink(conversation.id, t)
  useAction({
    id: 'copy-link',
    label: t('conversation.header.copyLink'),
    section: 'conversation',
    run: copy,
  })
  return (
    <DropdownMenu
      trigger={
        <IconButton label={t('conversation.header.more')} tooltipSide="bottom">
          <Ellipsis className="size-4" />
        </IconButton>
      }
    >
      <OwnershipItems ownership={ownership} />
      <MenuItem icon={<Tag aria-hidden />} keys="L" onSelect={props.onTag}>
        {t('conversation.header.tag')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<PanelRight aria-hidden />} keys="]" onSelect={onTogglePanel}>
        {panelOpen ? t('conversation.header.hidePanel') : t('conversation.header.showPanel')}
      </MenuItem>
      <MenuItem icon={<Link aria-hidden />} onSelect={copy}>
        {t('conversation.header.copyLink')}
      </MenuItem>
    </DropdownMenu>
  )
}

/** Who answers, and whether it is done. */
function OwnershipItems({ ownership }: Pick<ThreadHeaderProps, 'ownership'>) {
  const { t, say } = useTranslator()
  const why = (blocked: Said | undefined) => blocked && say(blocked)
  const ResolveIcon = ownership.resolved ? RotateCcw : Check
  return (
    <>
      <MenuItem
        icon={<ArrowRightLeft aria-hidden />}
        keys="T"
        disabledReason={why(ownership.noTakeOver)}
        onSelect={ownership.takeOver}
      >
        {t('conversation.header.takeOver')}
      </MenuItem>
      <MenuItem
        icon={<Bot aria-hidden />}
        keys="B"
        disabledReason={why(ownership.noHandBack)}
        onSelect={() => ownership.handBack()}
      >
        {t('conversation.header.handBack')}
      </MenuItem>
      <MenuItem
        icon={<Waypoints aria-hidden />}
        keys="⇧B"
        disabledReason={why(ownership.noHandBack)}
        onSelect={ownership.pickNode}
      >
        {t('conversation.header.handBackStep')}
      </MenuItem>
      <MenuItem
        icon={<UserRoundPlus aria-hidden />}
        keys="A"
        disabledReason={why(ownership.noAssign)}
        onSelect={ownership.pickAgent}
      >
        {t('conversation.header.transfer')}
      </MenuItem>
      <MenuItem
        icon={<ListStart aria-hidden />}
        disabledReason={why(ownership.noQueue)}
        onSelect={ownership.toQueue}
      >
        {t('conversation.header.toQueue')}
      </MenuItem>
      <MenuItem icon={<ResolveIcon aria-hidden />} keys="E" onSelect={ownership.toggleResolved}>
        {ownership.resolved ? t('conversation.header.reopen') : t('conversation.header.resolve')}
      </MenuItem>
    </>
  )
}

async function copyLink(conversationId: string, t: Translator['t']) {
  try {
    await navigator.clipboard.writeText(new URL(paths.inbox(conversationId), location.href).href)
    toast(t('conversation.header.linkCopied'))
  } catch {
    toastProblem(t('conversation.header.copyFailed'))
  }
}
