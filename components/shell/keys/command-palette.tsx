'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog/dialog'
import { type Action, useActions } from '@/lib/client/browser/actions'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { MemberAvatar } from '../labels/member-avatar'
import { SectionActions } from '../section-actions'
import { SECTION_NAMES, toSections } from './action-sections'
import { Keys } from './keys'

interface CommandPaletteProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Those that can be opened from here. */
  conversations?: ConversationView[]
  onOpenConversation?: (id: string) => void
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted'
const ITEM = cn(
  'flex min-h-9 items-center gap-3 rounded-control px-3 py-1.5 text-list data-[disabled=true]:opacity-60 data-[selected=true]:bg-accent-soft max-md:min-h-11',
)

/** Everything that can be done right now, found by typing a part of its name. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, conversations = [], onOpenConversation } = props
  const { t } = useTranslator()
  const sections = toSections(useActions())
  const close = (then: () => void) => () => {
    onOpenChange(false)
    then()
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('shell.palette.title')} bare>
      <SectionActions />
      <Command loop className="flex min-h-0 flex-col">
        <div className="flex items-center gap-3 border-b px-4">
          <Search aria-hidden className="size-4 text-muted" />
          <Command.Input
            placeholder={t('shell.palette.placeholder')}
            className="h-12 min-w-0 flex-1 bg-transparent text-[15px] outline-none max-md:text-base"
          />
        </div>
        <Command.List
          label={t('shell.palette.title')}
          className="scroll-pt-10 scroll-pb-2 thin-scroll min-h-0 flex-1 overflow-auto p-1.5 pt-0"
        >
          <Command.Empty className="px-3 py-8 text-center text-list text-muted">
            {t('common.noResults')}
          </Command.Empty>
          {sections.map(({ section, actions }) => (
            <Command.Group key={section} heading={t(SECTION_NAMES[section])} className={GROUP}>
              {actions.map((action) => (
                <ActionItem key={action.id} action={action} onSelect={close(action.run)} />
              ))}
            </Command.Group>
          ))}
          {conversations.length > 0 && (
            <Command.Group heading={t('shell.palette.conversations')} className={GROUP}>
              {conversations.map((conversation) => (
                <Command.Item
                  key={conversation.id}
                  value={conversation.id}
                  keywords={[conversation.member.name, conversation.member.externalId]}
                  onSelect={close(() => onOpenConversation?.(conversation.id))}
                  className={ITEM}
                >
                  <MemberAvatar conversation={conversation} size={24} />
                  <bdi className="min-w-0 truncate">{conversation.member.name}</bdi>
                  <span className="ml-auto shrink-0 text-meta text-muted">
                    {conversation.channel.name}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

function ActionItem({ action, onSelect }: { action: Action; onSelect: () => void }) {
  const { t } = useTranslator()
  return (
    <Command.Item
      value={action.id}
      keywords={[action.label, action.section ? t(SECTION_NAMES[action.section]) : '']}
      disabled={Boolean(action.disabledReason)}
      onSelect={onSelect}
      className={ITEM}
    >
      <span className="min-w-0 flex-1">
        {action.label}
        {action.disabledReason && (
          <span className="block text-meta text-muted">{action.disabledReason}</span>
        )}
      </span>
      <Keys keys={action.keys} />
    </Command.Item>
  )
}
