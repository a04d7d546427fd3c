import { QueryClientProvider } from '@tanstack/react-query'
import { act, memo, Profiler } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testingScreen } from '@/components/ui/testing-screen'
import { useConversationList } from '@/lib/client/conversation/conversations'
import { applyChanges } from '@/lib/client/live/cache'
import { createQueryClient } from '@/lib/client/query-client'
import { conversationKeys } from '@/lib/client/query-keys'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { I18nProvider } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ANA, conversationOf } from '../../testing-conversation'
import { ConversationRow } from '../row/conversation-row'

const FILTER = { view: 'all' } as const
const approach = () => undefined

let screen: Awaited<ReturnType<typeof testingScreen>>
let client: ReturnType<typeof createQueryClient>
let drawn: string[]

beforeEach(async () => {
  screen = await testingScreen()
  vi.stubGlobal('window', screen.window)
  vi.stubGlobal('document', screen.document)
  client = createQueryClient(() => {})
  const items = Array.from({ length: 50 }, (_, index) => row(index))
  client.setQueryData(conversationKeys.list(FILTER), {
    pages: [{ items, nextCursor: null }],
    pageParams: [undefined],
  })
  drawn = []
  await screen.draw(
    <QueryClientProvider client={client}>
      <I18nProvider locale="en-GB" timeZone="UTC" messages={CATALOGUES.en}>
        <Rows />
      </I18nProvider>
    </QueryClientProvider>,
  )
  expect(drawn).toHaveLength(50)
  drawn = []
})
afterEach(async () => {
  await screen.close()
  vi.unstubAllGlobals()
})

test('of fifty rows one is drawn when one changes in its place', async () => {
  await changes(row(20, { feed: 99, unread: 3 }))
  expect(drawn).toEqual(['row 20'])
})

test('of fifty rows one is drawn when one moves to the top', async () => {
  await changes(row(30, { feed: 99, lastActivityAt: '2026-11-21T11:00:00.000Z' }))
  expect(drawn).toEqual(['row 30'])
})

test('a list that is read anew and says the same draws nothing, wherever its rows stand', async () => {
  const items = [row(60, { feed: 99 }), ...Array.from({ length: 50 }, (_, index) => row(index))]
  vi.stubGlobal('fetch', async () => Response.json({ items, nextCursor: null }))
  await acts(() => client.invalidateQueries({ queryKey: conversationKeys.lists() }))
  expect(drawn).toEqual(['row 60'])
})

function Rows() {
  const { conversations } = useConversationList(FILTER)
  return conversations.map((conversation) => <Row key={conversation.id} {...{ conversation }} />)
}

/** A row with the profiler around it, which itself is drawn only when the row is another. */
const Row = memo(function Row({ conversation }: { conversation: ConversationView }) {
  return (
    <Profiler id={conversation.id} onRender={(id) => drawn.push(id)}>
      <ConversationRow
        conversation={conversation}
        location={FILTER}
        isOpen={false}
        viewerId={ANA.id}
        onApproach={approach}
      />
    </Profiler>
  )
})

function changes(...conversations: ConversationView[]) {
  const frame = { feed: 99, conversations, messages: [], activities: [] }
  return acts(async () => applyChanges(client, frame, ANA.id))
}

/** Until the store has told its readers, which it does a moment later. */
function acts(work: () => Promise<unknown>) {
  return act(async () => {
    await work()
    await new Promise((resolve) => setTimeout(resolve))
  })
}

function row(index: number, more: Partial<ConversationView> = {}): ConversationView {
  const minute = String(59 - (index % 60)).padStart(2, '0')
  const lastActivityAt = `2026-11-21T09:${minute}:00.000Z`
  return conversationOf({ id: `row ${index}`, feed: index, lastActivityAt, ...more })
}
