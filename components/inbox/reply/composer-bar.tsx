'use client'

import { Problem } from '@/components/ui/feedback/problem'
import type { Viewer } from '@/lib/domain/people/viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { CharacterCount } from './character-count'
import { ExtrasMenu } from './extras/extras-menu'
import { AttachButton } from './files/attach-button'
import { RecordButton } from './files/record-button'
import { SendButtons } from './send-buttons'
import { UndoSend } from './undo-send'
import type { ComposerState } from './use-composer'
import { WindowLine } from './window-line'

interface ComposerBarProps {
  /** The reply box names it as its description. */
  id: string
  conversation: ConversationView
  viewer: Viewer
  composer: ComposerState
}

/** Under the reply box: what is wrong with the words, what can be added, the time left, and sending. */
export function ComposerBar({ id, conversation, viewer, composer }: ComposerBarProps) {
  const { say } = useTranslator()
  const { text, blocked, textProblem, files, extras } = composer
  const { platform } = conversation.channel
  return (
    <div id={id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-2 pb-2">
      {!blocked && text.trim() && (
        <div className="basis-full px-1.5">
          <Problem>{textProblem && say(textProblem)}</Problem>
        </div>
      )}
      <UndoSend conversationId={conversation.id} viewer={viewer} isBoxEmpty={text === ''} />
      <span className="flex">
        <ExtrasMenu onOpen={extras.open} reasonFor={composer.reasonFor} />
        <AttachButton tray={files.tray} platform={platform} />
        <RecordButton platform={platform} onStart={composer.recorder.start} />
      </span>
      <WindowLine conversation={conversation} now={composer.now} />
      <span className="flex-1" />
      <CharacterCount text={text} platform={platform} />
      <SendButtons
        conversation={conversation}
        text={text}
        pieces={composer.texts.length}
        reason={composer.reason}
        laterReason={blocked}
        onSend={composer.submit}
        onScheduled={() => composer.setText('')}
      />
    </div>
  )
}
