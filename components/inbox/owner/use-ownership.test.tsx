import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markupOf } from '@/components/ui/testing-markup'
import { ActionsProvider } from '@/lib/client/browser/actions'
import { waitingToasts } from '@/lib/client/browser/toast'
import { ViewerProvider } from '@/lib/client/people/use-viewer'
import { createQueryClient } from '@/lib/client/query-client'
import { conversationKeys } from '@/lib/client/query-keys'
import { DEFAULT_AGENT_SETTINGS } from '@/lib/domain/people/agent-settings'
import { reason } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import type { ConversationView } from '@/lib/view/conversation-view'
import { ANA, conversationOf } from '../testing-conversation'
import { type Ownership, useOwnership } from './use-ownership'

const BEN = { id: 'ben', name: 'Ben' }
const CARL = { id: 'carl', name: 'Carl' }
const BOTS = { owner: 'bot', assignee: undefined, liveChat: false } as const
const WAITS = { owner: 'waiting', assignee: undefined } as const
const viewer = {
  ...ANA,
  email: 'ana@shop.test',
  role: 'agent' as const,
  settings: DEFAULT_AGENT_SETTINGS,
}

let asked: { path: string; body: Record<string, unknown> }[]
/** What the server answers, one after another; the last again and again. */
let answers: ConversationView[]
let client: ReturnType<typeof createQueryClient>

beforeEach(() => {
  asked = []
  client = createQueryClient(() => {})
  const location = new URL('https://inbox.invalid/inbox/roy')
  vi.stubGlobal('window', { location, history: { pushState() {} } })
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run))
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push({ path, body: JSON.parse(body) })
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    return Response.json(answer)
  })
})
afterEach(() => vi.unstubAllGlobals())

test('what is asked before taking over names the person whom the request names', async () => {
  answers = [conversationOf()]
  const { asking } = onScreen(conversationOf({ assignee: BEN }), (it) => it.asking || it.takeOver())
  expect(asking?.title).toEqual(reason('owner.ask.takeTitle', { name: 'Ben' }))
  becomes({ assignee: CARL })
  asking?.run()
  await expectAsked(paths.api.liveChat('roy'), { liveChat: true, seenAssigneeId: BEN.id })
})

test('a hand-back is undone only where nobody has taken it since', async () => {
  answers = [conversationOf(BOTS)]
  onScreen(conversationOf()).handBack()
  await expectAsked(paths.api.liveChat('roy'), { liveChat: false, seenAssigneeId: ANA.id })
  becomes({ assignee: BEN })
  await undo('Handed back to the bot: Roy')
  await expectAsked(paths.api.liveChat('roy'), { liveChat: true, seenAssigneeId: null })
})

test('a resolve of what nobody held is undone without taking it from whoever took it since', async () => {
  const bens = conversationOf({ assignee: BEN })
  answers = [conversationOf({ ...WAITS, status: 'resolved' }), bens]
  const resolve = (it: Ownership) => it.asking || it.toggleResolved()
  onScreen(conversationOf(WAITS), resolve).asking?.run()
  await expectAsked(paths.api.status('roy'), { status: 'resolved' })
  await undo('Resolved: Roy')
  await expectAsked(paths.api.liveChat('roy'), { liveChat: true, seenAssigneeId: null })
})

test('who was chosen in a dialog gets what nobody held when it opened, and nothing of a colleague', async () => {
  answers = [conversationOf()]
  const carls = conversationOf({ assignee: CARL })
  const open = (it: Ownership) => it.picking || it.pickAgent()
  onScreen(conversationOf(WAITS), open, carls).assign(ANA.id)
  await expectAsked(paths.api.assignee('roy'), { agentId: ANA.id, seenAssigneeId: null })
})

interface ScreenProps {
  conversation: ConversationView
  /** What the conversation has become by the time it is drawn again. */
  later: ConversationView
  press: (it: Ownership) => unknown
  drawn: { ownership?: Ownership }
}

/** The conversation as Ana sees it. `press` is done while it is drawn, so that what it opens is drawn too. */
function Screen({ conversation, later, press, drawn }: ScreenProps) {
  const ownership = useOwnership(drawn.ownership ? later : conversation, viewer, { current: null })
  drawn.ownership = ownership
  press(ownership)
  return null
}

function onScreen(
  conversation: ConversationView,
  press: ScreenProps['press'] = () => {},
  later = conversation,
): Ownership {
  client.setQueryData(conversationKeys.detail('roy'), later)
  const drawn: ScreenProps['drawn'] = {}
  markupOf(
    <QueryClientProvider client={client}>
      <ViewerProvider viewer={viewer}>
        <ActionsProvider>
          <Screen conversation={conversation} later={later} press={press} drawn={drawn} />
        </ActionsProvider>
      </ViewerProvider>
    </QueryClientProvider>,
  )
  if (!drawn.ownership) throw new Error('Nothing was drawn.')
  return drawn.ownership
}

/** The live stream tells of a change. */
function becomes(more: Partial<ConversationView>) {
  client.setQueryData(conversationKeys.detail('roy'), conversationOf(more))
}

async function undo(words: string) {
  const find = () => waitingToasts().findLast((each) => each.words === words)
  await vi.waitFor(() => expect(find()).toBeDefined())
  const action = find()?.options.action
  if (!action || typeof action !== 'object' || !('onClick' in action))
    throw new Error('It can’t be undone.')
  action.onClick({} as never)
}

async function expectAsked(path: string, body: object) {
  await vi.waitFor(() => expect(asked).toContainEqual({ path, body }))
}
