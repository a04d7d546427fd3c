import http from 'node:http'
import { toChanges } from '@/lib/client/live/known-frames'
import { paths } from '@/lib/paths'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'

/** What a browser shows: rows by their ids. */
export interface Screen {
  conversations: Map<string, ConversationView>
  messages: Map<string, MessageView>
}

interface Start {
  /** Where it may connect: each time to any of them, as through a balancer without sticky sessions. */
  origins: string[]
  cookie: string
  /** From 0 to 1, the same for the same run. */
  random: () => number
  /** What its page showed when it was made, and the feed number it was made at. */
  screen: Screen
  feed: number
  /** The conversations whose lines it wants; undefined: all. */
  shown?: ReadonlySet<string>
}

const RETRY_MIN_MS = 100
const RETRY_SPREAD_MS = 400

/**
 * A browser's end of the stream, without a browser: takes frames as lib/client/live does, by feed number, fetches anew after a
 * `reset`, and comes back after every loss.
 */
export class StreamClient {
  readonly screen: Screen
  cursor: number
  resets = 0
  losses = 0
  /** Opened so often. */
  opened = 0
  private call: http.ClientRequest | undefined
  private timer: NodeJS.Timeout | undefined
  private isOver = false

  constructor(private readonly start: Start) {
    this.cursor = start.feed
    this.screen = {
      conversations: new Map(start.screen.conversations),
      messages: new Map(start.screen.messages),
    }
  }

  get shown() {
    return this.start.shown
  }

  connect() {
    const { origins, cookie, random, shown } = this.start
    const origin = origins[Math.floor(random() * origins.length)] ?? ''
    const asked = new URLSearchParams({ after: String(this.cursor) })
    if (shown) asked.set('shown', [...shown].join())
    let isLost = false
    const lose = () => {
      if (isLost) return
      isLost = true
      this.lose()
    }
    const call = http.get(
      `${origin}${paths.api.stream}?${asked}`,
      { agent: false, headers: { cookie } },
      (response) => {
        response.on('close', lose).on('error', lose)
        if (response.statusCode === 200) this.read(response)
        else response.destroy()
      },
    )
    call.on('error', lose)
    this.call = call
  }

  /** As a network that went away: nothing is said to anybody. */
  cut() {
    this.call?.destroy()
  }

  end() {
    this.isOver = true
    clearTimeout(this.timer)
    this.call?.destroy()
  }

  private lose() {
    this.losses += 1
    if (this.isOver) return
    this.timer = setTimeout(
      () => this.connect(),
      RETRY_MIN_MS + this.start.random() * RETRY_SPREAD_MS,
    )
  }

  private read(response: http.IncomingMessage) {
    this.opened += 1
    let rest = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      const frames = (rest + chunk).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) this.take(frame)
    })
  }

  private take(frame: string) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1]
    const event = field('event')
    if (event === 'changes') this.put(JSON.parse(field('data') ?? ''))
    if (event === 'reset') {
      this.resets += 1
      this.cursor = Number(field('id')) || this.cursor
      void this.fetchAnew()
    }
    if (event === 'bye') this.call?.destroy()
  }

  private put(json: Parameters<typeof toChanges>[0]) {
    const changes = toChanges(json)
    if (changes.feed <= this.cursor) return
    this.cursor = changes.feed
    putNewer(this.screen.conversations, changes.conversations)
    putNewer(this.screen.messages, changes.messages)
  }

  private async fetchAnew() {
    const { origins, cookie, random } = this.start
    const origin = origins[Math.floor(random() * origins.length)] ?? ''
    try {
      const screen = await fetchScreen(origin, cookie)
      putNewer(this.screen.conversations, screen.conversations.values())
      putNewer(this.screen.messages, screen.messages.values())
    } catch {
      if (!this.isOver) this.timer = setTimeout(() => this.fetchAnew(), RETRY_MIN_MS)
    }
  }
}

function putNewer<Row extends { id: string; feed: number }>(
  known: Map<string, Row>,
  rows: Iterable<Row>,
) {
  for (const row of rows) if ((known.get(row.id)?.feed ?? 0) <= row.feed) known.set(row.id, row)
}

interface Page<Row> {
  items: Row[]
  nextCursor?: string | null
  previousCursor?: string | null
}

/** All that a server knows: every conversation and its whole thread. */
export async function fetchScreen(origin: string, cookie: string): Promise<Screen> {
  const ask = async <Row>(path: string): Promise<Page<Row>> => {
    const response = await fetch(origin + path, { headers: { cookie } })
    if (!response.ok) throw new Error(`${path} was answered ${response.status}.`)
    return (await response.json()) as Page<Row>
  }
  const screen: Screen = { conversations: new Map(), messages: new Map() }
  for (let cursor: string | null | undefined = ''; cursor != null; ) {
    const given = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page: Page<ConversationView> = await ask(
      `${paths.api.conversations}?view=all&limit=100${given}`,
    )
    putNewer(screen.conversations, page.items)
    cursor = page.nextCursor
  }
  for (const id of screen.conversations.keys())
    for (let before: string | null | undefined = ''; before != null; ) {
      const given = before && `&before=${encodeURIComponent(before)}`
      const page: Page<MessageView> = await ask(`${paths.api.messages(id)}?limit=200${given}`)
      putNewer(screen.messages, page.items)
      before = page.previousCursor
    }
  return screen
}
