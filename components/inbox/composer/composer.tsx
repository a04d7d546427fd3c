'use client'

import { type RefObject, useId } from 'react'
import { useNow } from '@/components/inbox/thread/use-now'
import { useAction } from '@/lib/client/actions'
import { useReplies } from '@/lib/client/replies'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel'
import type { ConversationView, Viewer } from '@/lib/domain/conversation'
import { replyBlockedBecause } from '@/lib/domain/reply'
import { splitText } from '@/lib/domain/split-text'
import { AnsweringChip } from './answering-chip'
import { toAuthorName } from './author-name'
import { BlockedNotice } from './blocked-notice'
import { CharacterCount } from './character-count'
import { ConflictNotice } from './conflict-notice'
import { OfflineNote } from './offline-note'
import { ReplyBox } from './reply-box'
import { toReplyFacts } from './reply-facts'
import { ScheduledList } from './scheduled-list'
import { SendButtons } from './send-buttons'
import { UndoSend } from './undo-send'
import { unsendableBecause } from './unsendable-because'
import { useDraft } from './use-draft'
import { joinTexts, useAnswering, useReturnedText, useTakenBack } from './use-returned-text'
import { WindowLine } from './window-line'

interface ComposerProps {
  conversation: ConversationView
  viewer: Viewer
  box: RefObject<HTMLTextAreaElement | null>
  /** Present where this agent could take the conversation over. */
  onTakeOver?: () => void
  takingOver: boolean
}

/** Where an agent answers. It says why when they can't, and never loses what they wrote. */
export function Composer({ conversation, viewer, box, onTakeOver, takingOver }: ComposerProps) {
  const now = useNow()
  const hint = useId()
  const [text, setText] = useDraft(conversation.id)
  const replies = useReplies(conversation.id)
  const { send, sendLater, conflict, dismissConflict, answering, answer } = replies
  const blocked = replyBlockedBecause(toReplyFacts(conversation), viewer.id, now)
  const pieces = splitText(text, TEXT_LENGTH_MAX)
  const reason = blocked ?? (pieces.length > 1 ? undefined : unsendableBecause(text))
  const takeBack = (returned: string) => setText(joinTexts(returned, text))
  useReturnedText(conflict, takeBack)
  useTakenBack(replies, (returned) => {
    takeBack(returned)
    focus()
  })
  useAnswering(answering, focus)
  useAction({ id: 'reply', label: 'Write a reply', keys: 'r', section: 'Conversation', run: focus })

  function focus() {
    box.current?.focus()
  }

  function submit() {
    if (reason) return focus()
    if (pieces.length > 1) for (const piece of pieces) send(piece)
    else send(text)
    setText('')
    focus()
  }

  return (
    <section aria-label="Composer" className="px-6 pb-4 max-md:px-3 max-md:pb-3">
      <div className="mx-auto max-w-[760px]">
        <OfflineNote />
        <ScheduledList conversation={conversation} />
        {conflict && (
          <ConflictNotice
            reason={conflict.message}
            missed={conflict.missed}
            memberName={conversation.member.name}
            onSendAnyway={() => send(conflict.text, { evenIfNewer: true })}
            onKeep={() => {
              if (conflict.missed.length > 0) takeBack(conflict.text)
              dismissConflict()
              focus()
            }}
          />
        )}
        <div className="overflow-hidden rounded-bubble border border-line-strong bg-surface transition-shadow duration-100 focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-soft)]">
          {blocked && (
            <BlockedNotice reason={blocked} onTakeOver={onTakeOver} pending={takingOver} />
          )}
          {answering && (
            <AnsweringChip
              message={answering}
              author={toAuthorName(answering, conversation.member.name)}
              onDrop={() => answer(undefined)}
            />
          )}
          <ReplyBox
            box={box}
            text={text}
            onChange={setText}
            onSend={submit}
            placeholder={blocked ? 'Prepare a reply' : `Reply to ${conversation.member.name}`}
            describedBy={hint}
          />
          <div id={hint} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-2 pb-2 pl-3.5">
            <UndoSend conversationId={conversation.id} viewer={viewer} isBoxEmpty={text === ''} />
            <WindowLine conversation={conversation} now={now} />
            <span className="flex-1" />
            <CharacterCount length={text.length} />
            <SendButtons
              conversation={conversation}
              text={text}
              pieces={pieces.length}
              reason={reason}
              laterReason={blocked}
              onSend={submit}
              onSendLater={(words, schedule) => {
                sendLater(words, schedule)
                setText('')
              }}
            />
          </div>
        </div>
      </div>
    </section>
  )
}
