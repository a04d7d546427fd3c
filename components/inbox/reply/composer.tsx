'use client'

import { type RefObject, useId } from 'react'
import { deferred } from '@/components/ui/deferred/deferred'
import type { Content } from '@/lib/domain/message/content'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { PostedContent } from '@/lib/domain/reply/reply-content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { AboveReply } from './above-reply'
import { ComposerBar } from './composer-bar'
import { ConflictNotice } from './conflict-notice'
import { ExtrasActions } from './extras/extras-actions'
import { isExtra } from './extras/kinds'
import { OfflineNote } from './offline-note'
import { ReplyBox } from './reply-box'
import { ScheduledList } from './schedule/scheduled-list'
import { type ComposerState, useComposer } from './use-composer'

const ContentDialog = deferred(async () => (await import('./extras/content-dialog')).ContentDialog)

interface ComposerProps {
  conversation: ConversationView
  viewer: Viewer
  box: RefObject<HTMLTextAreaElement | null>
  /** Present where this agent could take the conversation over. */
  onTakeOver?: () => void
  takingOver: boolean
}

/** Where an agent answers. It says why when they can't, and never loses what they wrote. */
export function Composer(props: ComposerProps) {
  const { conversation, viewer, box } = props
  const { t } = useTranslator()
  const hint = useId()
  const composer = useComposer(conversation, viewer, box)
  const { name } = conversation.member
  return (
    <section
      aria-label={t('composer.box.region')}
      onPaste={composer.files.onPaste}
      className="px-6 pb-4 max-md:px-3 max-md:pb-3"
    >
      <div className="mx-auto max-w-[760px]">
        <OfflineNote />
        <ScheduledList conversation={conversation} />
        <RefusedReplies composer={composer} memberName={name} />
        <div className="relative overflow-hidden rounded-bubble border border-line-strong bg-surface transition-shadow duration-100 focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-soft)]">
          <AboveReply
            conversation={conversation}
            composer={composer}
            onTakeOver={props.onTakeOver}
            takingOver={props.takingOver}
          />
          <div onKeyDownCapture={composer.canned.onKeyDownCapture}>
            <ReplyBox
              box={box}
              text={composer.text}
              onChange={composer.setText}
              onSend={composer.submit}
              placeholder={
                composer.blocked ? t('composer.box.prepare') : t('composer.box.replyTo', { name })
              }
              describedBy={hint}
            />
          </div>
          <ComposerBar id={hint} conversation={conversation} viewer={viewer} composer={composer} />
        </div>
      </div>
      <Extras conversation={conversation} viewer={viewer} composer={composer} />
    </section>
  )
}

/** The replies that the server did not take, with the choice between sending and keeping them. */
function RefusedReplies({ composer, memberName }: { composer: ComposerState; memberName: string }) {
  const { refused, focus } = composer
  if (refused.reason === undefined) return null
  return (
    <ConflictNotice
      reason={refused.reason}
      missed={refused.missed}
      replies={refused.replies}
      memberName={memberName}
      onSendAnyway={refused.sendAnyway}
      onKeep={() => {
        refused.keep()
        focus()
      }}
    />
  )
}

interface ExtrasProps {
  conversation: ConversationView
  viewer: Viewer
  composer: ComposerState
}

/** What a reply can carry beside text: its entries in the palette, and the form that is open. */
function Extras({ conversation, viewer, composer }: ExtrasProps) {
  const { replies, extras, reasonFor, focus } = composer
  function submit(content: PostedContent, shown: Content) {
    replies.sendContent(content, shown)
    extras.close()
    if (isExtra(content)) extras.clear(content.type)
    focus()
  }
  return (
    <>
      <ExtrasActions onOpen={extras.open} reasonFor={reasonFor} />
      {extras.draft && (
        <ContentDialog
          draft={extras.draft}
          onChange={extras.change}
          onSend={submit}
          onClose={extras.close}
          conversation={conversation}
          viewer={viewer}
          blocked={reasonFor(extras.draft.type)}
        />
      )}
    </>
  )
}
