'use client'

import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useCannedReplies } from '@/lib/client/workspace/workspace-settings'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import {
  type CannedReply,
  fillVariables,
  findCanned,
  textFor,
} from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { cannedSearchIn, toCannedAct, unfilledRangeIn } from './canned-keys'
import { cannedVariablesOf } from './canned-variables-of'

const SHOWN_MAX = 8

interface CannedOptions {
  conversation: ConversationView
  agent: AgentRef
  text: string
  setText: (text: string) => void
  box: RefObject<HTMLTextAreaElement | null>
}

/** What a slash in an empty reply offers, and the keys that choose from it. */
export function useCanned({ conversation, agent, text, setText, box }: CannedOptions) {
  const { compare } = useTranslator()
  const search = cannedSearchIn(text)
  const [dismissed, setDismissed] = useState<string>()
  /** The text that somebody wanted to send although it looks like the name of a canned reply. */
  const [warned, setWarned] = useState<string>()
  const [marked, setMarked] = useState({ search: '', index: 0 })
  const isOpen = search !== undefined && dismissed !== text
  const replies = useCannedReplies({ enabled: isOpen })
  const { locale } = conversation.member
  const found =
    isOpen && replies.data
      ? findCanned(replies.data, search, locale, compare).slice(0, SHOWN_MAX)
      : []
  // What was marked in another search says nothing about this one.
  const index = marked.search === search ? Math.min(marked.index, found.length - 1) : 0
  const setPicked = usePicked(box)

  function pick(reply: CannedReply | undefined) {
    if (!reply) return
    const filled = fillVariables(textFor(reply, locale), cannedVariablesOf(conversation, agent))
    setText(filled)
    setPicked(filled)
  }

  /**
   * Whether what stands in the box has to be sent once more: a word after a slash is rather a canned reply's name, with a
   * slip or not loaded yet, than a message to the member. Put away with Esc, it is a text like any other.
   */
  function holds(): boolean {
    if (!isOpen || warned === text) return false
    setWarned(text)
    return true
  }

  /** Before the reply box hears the key: Enter picks instead of sending. With nothing to pick, keys are as ever. */
  function onKeyDownCapture(event: KeyboardEvent) {
    const { key, shiftKey, nativeEvent } = event
    const press = { key, shiftKey, isComposing: nativeEvent.isComposing }
    const act = isOpen && toCannedAct(press, { index, count: found.length })
    if (!act) return
    if (act === 'dismiss') setDismissed(text)
    else if (act === 'pick') pick(found[index])
    else setMarked({ search: search ?? '', index: act.mark })
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    isOpen,
    search,
    found,
    index,
    error: replies.error,
    isLoading: isOpen && replies.isPending,
    isHeld: isOpen && warned === text,
    holds,
    pick,
    onKeyDownCapture,
  }
}

/** Told what was picked, it marks what is left to fill in, once the box has those words. */
function usePicked(box: CannedOptions['box']) {
  const [picked, setPicked] = useState<string>()
  useEffect(() => {
    if (picked === undefined) return
    markUnfilled(box.current)
    setPicked(undefined)
  }, [picked, box])
  return setPicked
}

/** Selects the first variable that stayed empty, so that typing replaces it; else the end. */
function markUnfilled(box: HTMLTextAreaElement | null) {
  if (!box) return
  box.focus()
  box.setSelectionRange(...unfilledRangeIn(box.value))
}
