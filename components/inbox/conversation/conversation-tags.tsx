'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useToggleTag } from '@/components/inbox/conversation/header/use-tagging'
import { InAppLink } from '@/components/inbox/conversation/list/in-app-link'
import { TagName } from '@/components/shell/labels/tag-name'
import { Button } from '@/components/ui/button'
import { deferred } from '@/components/ui/deferred/deferred'
import { useInboxLocation } from '@/lib/client/conversation/location'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { PanelSection } from '../member/panel-section'

const TagDialog = deferred(async () => (await import('./header/tag-dialog')).TagDialog)

/** The tags that people here put on the conversation. Each leads to the others that have it. */
export function ConversationTags({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslator()
  const [isOpen, setOpen] = useState(false)
  const { toggle, isPending } = useToggleTag(conversation)
  const location = useInboxLocation()
  return (
    <PanelSection title={t('conversation.tag.title')}>
      <ul aria-label={t('conversation.tag.title')} className="flex flex-wrap gap-1.5">
        {conversation.tags.map((tag) => (
          <li
            key={tag}
            className="flex h-8 max-w-full items-center rounded-control border border-line bg-sunken text-list max-md:h-11"
          >
            <InAppLink
              to={{ ...location, view: 'all', tag }}
              title={t('conversation.tag.showTagged', { tag })}
              className="flex h-full min-w-0 items-center rounded-control pl-2 hover:underline"
            >
              <TagName name={tag} />
            </InAppLink>
            <button
              type="button"
              aria-label={t('conversation.tag.remove', { tag })}
              disabled={isPending}
              onClick={() => toggle(tag)}
              className="grid h-full w-8 shrink-0 place-items-center rounded-control text-muted hover:text-text max-md:w-11"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
        <li>
          <Button onClick={() => setOpen(true)}>
            <Plus aria-hidden className="size-4" /> {t('conversation.tag.add')}
          </Button>
        </li>
      </ul>
      {isOpen && <TagDialog conversation={conversation} onClose={() => setOpen(false)} />}
    </PanelSection>
  )
}
