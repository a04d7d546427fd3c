'use client'

import { SendHorizontal } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { useReplyTemplates } from '@/lib/client/channel/templates'
import type { Content } from '@/lib/domain/message/content'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { PostedContent } from '@/lib/domain/reply/reply-content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ContentForm } from './content-form'
import { type Drafts, EXTRAS, type ExtraKind } from './kinds'
import { toPrepared } from './prepared'
import { ReplyPreview } from './reply-preview'

export interface ContentDialogProps {
  draft: Drafts[ExtraKind]
  onChange: (draft: Drafts[ExtraKind]) => void
  onSend: (content: PostedContent, shown: Content) => void
  onClose: () => void
  conversation: ConversationView
  viewer: Viewer
  /** Why this agent may not send it now. */
  blocked?: string
}

/** Prepares one thing that a reply can carry: a form, what the member will see, and why it can't go yet. */
export function ContentDialog(props: ContentDialogProps) {
  const { draft, onChange, onSend, onClose, conversation, viewer, blocked } = props
  const { say } = useTranslator()
  const { platform } = conversation.channel
  const templates = useReplyTemplates(draft.type === 'template' ? conversation.id : undefined)
  const { shown, reason } = toPrepared(draft, platform, templates.data)
  const why = blocked ?? (reason && say(reason))
  const send = () => {
    if (!why && shown) onSend(draft, shown)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={titleOf(draft.type)}
      description={`To ${conversation.member.name}`}
      className="max-w-3xl max-md:top-3 max-md:max-h-[calc(100dvh-24px)]"
    >
      <form
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <div className="thin-scroll flex min-h-0 flex-1 overflow-y-auto max-md:flex-col">
          <div className="flex min-w-0 flex-1 flex-col gap-3.5 p-5">
            <ContentForm
              draft={draft}
              onChange={onChange}
              platform={platform}
              templates={templates}
            />
          </div>
          <ReplyPreview
            content={shown}
            channel={conversation.channel}
            memberName={conversation.member.name}
            viewer={viewer}
          />
        </div>
        <div className="flex items-center gap-3 border-t px-5 py-3">
          <p role="status" className="min-w-0 flex-1 text-list text-muted">
            {why}
          </p>
          <Button variant="primary" type="submit" disabledReason={why}>
            Send <SendHorizontal aria-hidden className="size-4" />
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function titleOf(kind: ExtraKind): string {
  return EXTRAS.find((extra) => extra.kind === kind)?.label ?? 'Message'
}
