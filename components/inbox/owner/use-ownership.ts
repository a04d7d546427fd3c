'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { useAction } from '@/lib/client/browser/actions'
import {
  loadedRows,
  useAssign,
  useSetLiveChat,
  useSetStatus,
} from '@/lib/client/conversation/conversations'
import { currentLocation, goTo } from '@/lib/client/conversation/location'
import { nextOpen } from '@/lib/client/conversation/next-conversation'
import { useThread } from '@/lib/client/conversation/thread'
import type { BotNode } from '@/lib/domain/conversation/conversation'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { useUndoable } from '../conversation/header/use-undoable'
import { askBeforeResolving, askBeforeTaking, type Question } from './asking-words'
import { clockAt } from './clock'
import { isAnswered, ownershipBlocks } from './ownership-blocks'

/** Taking over, handing back, giving away and resolving, each by button, key and palette from one place. */
export function useOwnership(
  conversation: ConversationView,
  viewer: Viewer,
  box: RefObject<HTMLTextAreaElement | null>,
) {
  const client = useQueryClient()
  const translator = useTranslator()
  const liveChat = useSetLiveChat(conversation.id)
  const assignment = useAssign(conversation.id)
  const status = useSetStatus(conversation.id)
  const undoable = useUndoable(conversation, viewer)
  const { messages } = useThread(conversation.id)
  const { picking, pick, stopPicking, seenAssigneeId } = usePicking(conversation)
  const { asking, ask, stopAsking } = useQuestion()
  const isChanging = liveChat.isPending || assignment.isPending
  const resolved = conversation.status === 'resolved'
  const ownership = {
    takeOver: () => ask(askBeforeTaking(conversation, viewer.id, clockNow()), takeOver),
    handBack: (node?: BotNode) =>
      then(
        liveChat.mutateAsync({ liveChat: false, node, seenAssigneeId }),
        undoable.offerTakingBack,
      ),
    assign: (agentId: string | null) => assignment.mutate({ agentId, seenAssigneeId }),
    toQueue: () => assignment.mutate({ agentId: null, seenAssigneeId }),
    pickNode: () => pick('node'),
    pickAgent: () => pick('agent'),
    toggleResolved,
    ...blocksInWords(ownershipBlocks(conversation, viewer.id), translator.say),
    /** What is being chosen in a dialog. */
    picking,
    stopPicking,
    /** What is asked before it is done. */
    asking,
    stopAsking,
    resolved,
    isChanging,
    isResolving: status.isPending,
  }
  useOwnershipActions(ownership)
  return ownership

  function clockNow() {
    return clockAt(Date.now(), translator)
  }

  /** Where a question came first, this one still takes it from the person whom the question named. */
  function takeOver() {
    liveChat.mutate({ liveChat: true, seenAssigneeId }, { onSuccess: () => focusIfIdle(box) })
  }

  function toggleResolved() {
    if (resolved) return status.mutate('open')
    ask(askBeforeResolving(conversation, clockNow(), isAnswered(messages)), resolve)
  }

  /** What is done with makes room for the next of the list. Which that is, is asked before this one leaves the list. */
  function resolve() {
    const next = nextOpen(loadedRows(client, currentLocation()), conversation.id)
    then(status.mutateAsync('resolved'), () => {
      undoable.offerReopening()
      // Whoever went somewhere else meanwhile stays there.
      const here = currentLocation()
      if (here.conversationId === conversation.id) goTo({ ...here, conversationId: next })
    })
  }
}

export type Ownership = ReturnType<typeof useOwnership>

/** What is being chosen, and who held the conversation when that began: what is chosen takes it from nobody else. */
function usePicking({ assignee }: ConversationView) {
  const holderId = assignee?.id ?? null
  const [begun, setBegun] = useState<{ what: 'node' | 'agent'; holderId: string | null }>()
  return {
    picking: begun?.what,
    pick: (what: 'node' | 'agent') => setBegun({ what, holderId }),
    stopPicking: () => setBegun(undefined),
    seenAssigneeId: begun ? begun.holderId : holderId,
  }
}

/** What is asked before it is done; without a question it is done at once. */
function useQuestion() {
  const [asking, setAsking] = useState<Question & { run: () => void }>()
  return {
    asking,
    stopAsking: () => setAsking(undefined),
    ask(question: Question | undefined, run: () => void) {
      if (question) setAsking({ ...question, run })
      else run()
    },
  }
}

/** Also where its thread has been left meanwhile. What failed is told like any other failure. */
function then(change: Promise<unknown>, run: () => void) {
  change.then(run).catch(() => undefined)
}

/** The rules' reasons in the language of whoever looks: buttons, keys and the palette show the same. */
function blocksInWords(
  { noTakeOver, noHandBack, noAssign, noQueue }: ReturnType<typeof ownershipBlocks>,
  say: (said: Said) => string,
) {
  const inWords = (said?: Said) => said && say(said)
  return {
    noTakeOver: inWords(noTakeOver),
    noHandBack: inWords(noHandBack),
    noAssign: inWords(noAssign),
    noQueue: inWords(noQueue),
  }
}

function useOwnershipActions(ownership: Ownership) {
  const { t } = useTranslator()
  const section = 'conversation'
  const unless = (reason?: string) =>
    ownership.isChanging ? t('owner.action.askingStella') : reason
  useAction({
    id: 'take-over',
    label: t('owner.action.takeOver'),
    keys: 't',
    section,
    run: ownership.takeOver,
    disabledReason: unless(ownership.noTakeOver),
  })
  useAction({
    id: 'hand-back',
    label: t('owner.action.handBack'),
    keys: 'b',
    section,
    run: () => ownership.handBack(),
    disabledReason: unless(ownership.noHandBack),
  })
  useAction({
    id: 'hand-back-at',
    label: t('owner.action.handBackAtStep'),
    keys: 'Shift+B',
    section,
    run: ownership.pickNode,
    disabledReason: unless(ownership.noHandBack),
  })
  useAction({
    id: 'assign',
    label: t('owner.action.transfer'),
    keys: 'a',
    section,
    run: ownership.pickAgent,
    disabledReason: unless(ownership.noAssign),
  })
  useAction({
    id: 'to-queue',
    label: t('owner.action.toQueue'),
    section,
    run: ownership.toQueue,
    disabledReason: unless(ownership.noQueue),
  })
  useAction({
    id: 'resolve',
    label: ownership.resolved ? t('owner.action.reopen') : t('owner.action.resolve'),
    keys: 'e',
    section,
    run: ownership.toggleResolved,
    disabledReason: ownership.isResolving ? t('owner.action.resolving') : undefined,
  })
}

/** Stella may take a second: who has opened a menu or begun to type elsewhere meanwhile is not interrupted. */
function focusIfIdle(box: RefObject<HTMLTextAreaElement | null>) {
  const busy = '[role=menu], [role=dialog], input, textarea, select'
  if (!document.activeElement?.closest(busy)) box.current?.focus()
}
