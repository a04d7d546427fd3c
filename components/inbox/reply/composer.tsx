'use client'

import { type RefObject, useId } from 'react'
import { useNow } from '@/components/shell/time/use-now'
import { Problem } from '@/components/ui/feedback/problem'
import { useAction } from '@/lib/client/browser/actions'
import { useReplies } from '@/lib/client/reply/replies'
import { replyFactsOf } from '@/lib/client/reply/reply-facts-of'
import type { Content } from '@/lib/domain/message/content'
import type { Viewer } from '@/lib/domain/people/viewer'
import { unfilledBecause } from '@/lib/domain/reply/canned-reply'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { replyBlockedBecause } from '@/lib/domain/reply/reply'
import type { PostedContent, ReplyKind } from '@/lib/domain/reply/reply-content'
import { kindRefusedBecause, SENDABLE } from '@/lib/domain/reply/sendable'
import { splitText } from '@/lib/domain/reply/split-text'
import type { ConversationView } from '@/lib/view/conversation-view'
import { AnsweringChip } from '../owner/answering-chip'
import { toAuthorName } from './author-name'
import { BlockedNotice } from './blocked-notice'
import { CannedList } from './canned/canned-list'
import { useCanned } from './canned/use-canned'
import { CharacterCount } from './character-count'
import { ConflictNotice } from './conflict-notice'
import { ContentDialog } from './extras/content-dialog'
import { ExtrasActions } from './extras/extras-actions'
import { ExtrasMenu } from './extras/extras-menu'
import { type ExtraKind, isExtra } from './extras/kinds'
import { useExtras } from './extras/use-extras'
import { AttachButton } from './files/attach-button'
import { AttachmentTray } from './files/attachment-tray'
import { DropHint } from './files/drop-hint'
import { RecordButton } from './files/record-button'
import { RecordingBar } from './files/recording-bar'
import { useFiles } from './files/use-files'
import { useRecorder } from './files/use-recorder'
import { OfflineNote } from './offline-note'
import { ReplyBox } from './reply-box'
import { ScheduledList } from './schedule/scheduled-list'
import { SendButtons } from './send-buttons'
import { UndoSend } from './undo-send'
import { useDraft } from './use-draft'
import { useRefusals } from './use-refusals'
import { joinTexts, useAnswering, useReturned } from './use-returned'
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
  const { send, sendContent, answering, answer } = replies
  const extras = useExtras()
  const files = useFiles(conversation, replies)
  const recorder = useRecorder((file) => files.tray?.add([file], { voice: true }))
  const { platform } = conversation.channel
  const blockedFor = (kind?: ReplyKind) =>
    replyBlockedBecause(replyFactsOf(conversation), viewer.id, now, kind)
  const reasonFor = (kind: ExtraKind) => kindRefusedBecause(platform, kind) ?? blockedFor(kind)
  const blocked = blockedFor()
  const pieces = splitText(text, SENDABLE[platform].text)
  const isWordless = files.files.length > 0 && text.trim() === ''
  const unsendable =
    pieces.length > 1
      ? unfilledBecause(text)
      : isWordless
        ? undefined
        : refusedBecause(platform, { type: 'text', text })
  const reason = blocked ?? files.unsendable ?? unsendable
  const takeBack = (returned: string) => setText(joinTexts(returned, text))
  const canned = useCanned({ conversation, agent: viewer, text, setText, box })
  const refused = useRefusals({ replies, extras, takeBack, submit })
  useReturned(replies, (returned) => {
    takeBack(returned.text)
    for (const content of returned.contents) if (isExtra(content)) extras.reopen(content)
    focus()
  })
  useAnswering(answering, focus)
  useAction({ id: 'reply', label: 'Write a reply', keys: 'r', section: 'Conversation', run: focus })

  function focus() {
    box.current?.focus()
  }

  function submit() {
    if (reason || canned.holds()) return focus()
    files.sendAll()
    if (pieces.length > 1) for (const piece of pieces) send(piece)
    else if (!isWordless) send(text)
    setText('')
    focus()
  }

  function submitExtra(content: PostedContent, shown: Content) {
    sendContent(content, shown)
    extras.close()
    if (isExtra(content)) extras.clear(content.type)
    focus()
  }

  return (
    <section
      aria-label="Composer"
      onPaste={files.onPaste}
      className="px-6 pb-4 max-md:px-3 max-md:pb-3"
    >
      <div className="mx-auto max-w-[760px]">
        <OfflineNote />
        <ScheduledList conversation={conversation} />
        {refused.reason !== undefined && (
          <ConflictNotice
            reason={refused.reason}
            missed={refused.missed}
            replies={refused.replies}
            memberName={conversation.member.name}
            onSendAnyway={refused.sendAnyway}
            onKeep={() => {
              refused.keep()
              focus()
            }}
          />
        )}
        <div className="relative overflow-hidden rounded-bubble border border-line-strong bg-surface transition-shadow duration-100 focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-soft)]">
          {files.isDropping && <DropHint />}
          {blocked && (
            <BlockedNotice
              reason={blocked}
              onTakeOver={onTakeOver}
              onTemplate={reasonFor('template') ? undefined : () => extras.open('template')}
              pending={takingOver}
            />
          )}
          <RecordingBar recorder={recorder} />
          {files.tray && (
            <AttachmentTray tray={files.tray} files={files.files} platform={platform} />
          )}
          {answering && (
            <AnsweringChip
              message={answering}
              author={toAuthorName(answering, conversation.member.name)}
              onDrop={() => answer(undefined)}
            />
          )}
          <CannedList {...canned} locale={conversation.member.locale} />
          <div onKeyDownCapture={canned.onKeyDownCapture}>
            <ReplyBox
              box={box}
              text={text}
              onChange={setText}
              onSend={submit}
              placeholder={blocked ? 'Prepare a reply' : `Reply to ${conversation.member.name}`}
              describedBy={hint}
            />
          </div>
          <div id={hint} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-2 pb-2">
            {!blocked && text.trim() && (
              <div className="basis-full px-1.5">
                <Problem>{unsendable}</Problem>
              </div>
            )}
            <UndoSend conversationId={conversation.id} viewer={viewer} isBoxEmpty={text === ''} />
            <span className="flex">
              <ExtrasMenu onOpen={extras.open} reasonFor={reasonFor} />
              <AttachButton tray={files.tray} platform={platform} />
              <RecordButton platform={platform} onStart={recorder.start} />
            </span>
            <WindowLine conversation={conversation} now={now} />
            <span className="flex-1" />
            <CharacterCount text={text} platform={platform} />
            <SendButtons
              conversation={conversation}
              text={text}
              pieces={pieces.length}
              reason={reason}
              laterReason={blocked}
              onSend={submit}
              onScheduled={() => setText('')}
            />
          </div>
        </div>
      </div>
      <ExtrasActions onOpen={extras.open} reasonFor={reasonFor} />
      {extras.draft && (
        <ContentDialog
          draft={extras.draft}
          onChange={extras.change}
          onSend={submitExtra}
          onClose={extras.close}
          conversation={conversation}
          viewer={viewer}
          blocked={reasonFor(extras.draft.type)}
        />
      )}
    </section>
  )
}
