'use client'

import type { RefObject } from 'react'
import { useNow } from '@/components/shell/time/use-now'
import { useAction } from '@/lib/client/browser/actions'
import { useReplies } from '@/lib/client/reply/replies'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { useCanned } from './canned/use-canned'
import { extraBlockedBecause, toComposed } from './composed'
import { type ExtraKind, isExtra } from './extras/kinds'
import { useExtras } from './extras/use-extras'
import { useFiles } from './files/use-files'
import { useRecorder } from './files/use-recorder'
import { useDraft } from './use-draft'
import { useRefusals } from './use-refusals'
import { joinTexts, useAnswering, useReturned } from './use-returned'

/** Everything the composer holds: words, files, a recording, forms, and what came back; and how it is sent. */
export function useComposer(
  conversation: ConversationView,
  viewer: Viewer,
  box: RefObject<HTMLTextAreaElement | null>,
) {
  const { say } = useTranslator()
  const toWords = (said: Said | undefined) => said && say(said)
  const focus = () => box.current?.focus()
  const now = useNow()
  const [text, setText] = useDraft(conversation.id)
  const replies = useReplies(conversation.id)
  const extras = useExtras()
  const files = useFiles(conversation, replies)
  const recorder = useRecorder((file) => files.tray?.add([file], { voice: true }))
  const composed = toComposed({
    conversation,
    viewerId: viewer.id,
    now,
    text,
    files: files.files.length,
    filesProblem: files.unsendable,
  })
  const canned = useCanned({ conversation, agent: viewer, text, setText, box })
  const takeBack = (returned: string) => setText(joinTexts(returned, text))
  const refused = useRefusals({ replies, extras, takeBack, submit })
  useReturned(replies, (returned) => {
    takeBack(returned.text)
    for (const content of returned.contents) if (isExtra(content)) extras.reopen(content)
    focus()
  })
  useAnswering(replies.answering, focus)
  useAction({ id: 'reply', label: 'Write a reply', keys: 'r', section: 'Conversation', run: focus })

  function submit() {
    if (composed.reason || canned.holds()) return focus()
    files.sendAll()
    for (const each of composed.texts) replies.send(each)
    setText('')
    focus()
  }

  return {
    texts: composed.texts,
    blocked: toWords(composed.blocked),
    textProblem: toWords(composed.textProblem),
    reason: toWords(composed.reason),
    now,
    text,
    setText,
    replies,
    extras,
    files,
    recorder,
    canned,
    refused,
    focus,
    submit,
    /** Why a kind beside text can't be sent now. */
    reasonFor: (kind: ExtraKind) =>
      toWords(extraBlockedBecause(conversation, viewer.id, now, kind)),
  }
}

export type ComposerState = ReturnType<typeof useComposer>
