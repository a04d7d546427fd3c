'use client'

import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { AnsweringChip } from '../owner/answering-chip'
import { toAuthorName } from './author-name'
import { BlockedNotice } from './blocked-notice'
import { CannedList } from './canned/canned-list'
import { AttachmentTray } from './files/attachment-tray'
import { DropHint } from './files/drop-hint'
import { RecordingBar } from './files/recording-bar'
import type { ComposerState } from './use-composer'

interface AboveReplyProps {
  conversation: ConversationView
  composer: ComposerState
  /** Present where this agent could take the conversation over. */
  onTakeOver?: () => void
  takingOver: boolean
}

/** Above the reply box: why nobody may write, what goes along with the words, and what a slash offers. */
export function AboveReply({ conversation, composer, onTakeOver, takingOver }: AboveReplyProps) {
  const { say } = useTranslator()
  const { blocked, files, extras, canned, reasonFor } = composer
  const { answering, answer } = composer.replies
  const { channel, member } = conversation
  return (
    <>
      {files.isDropping && <DropHint />}
      {blocked && (
        <BlockedNotice
          reason={blocked}
          onTakeOver={onTakeOver}
          onTemplate={reasonFor('template') ? undefined : () => extras.open('template')}
          pending={takingOver}
        />
      )}
      <RecordingBar recorder={composer.recorder} />
      {files.tray && (
        <AttachmentTray tray={files.tray} files={files.files} platform={channel.platform} />
      )}
      {answering && (
        <AnsweringChip
          message={answering}
          author={say(toAuthorName(answering, member.name))}
          onDrop={() => answer(undefined)}
        />
      )}
      <CannedList {...canned} locale={member.locale} />
    </>
  )
}
