import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Heard, openLiveStream } from './live-stream'

class FakeSource extends EventTarget {
  static all: FakeSource[] = []
  isClosed = false
  constructor(readonly url: string) {
    super()
    FakeSource.all.push(this)
  }
  close() {
    this.isClosed = true
  }
  tell(type: string, data?: object, lastEventId = '') {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }))
  }
}

let answer: () => Response
let frames: Heard[]
let stream: ReturnType<typeof openLiveStream>

beforeEach(() => {
  vi.useFakeTimers()
  FakeSource.all = []
  frames = []
  answer = () => Response.json({})
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('fetch', async () => answer())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal(
    'window',
    Object.assign(new EventTarget(), {
      location: { pathname: '/inbox', search: '', assign: vi.fn() },
    }),
  )
  stream = openLiveStream(40, ['roy'], (frame) => frames.push(frame))
})

afterEach(() => {
  stream.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the stream', () => {
  test('starts after the page and goes on after the last change it saw', async () => {
    expect(latest().url).toBe('/api/stream?after=40&shown=roy')
    latest().tell('open')
    latest().tell('changes', changes(43))
    latest().tell('error')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(FakeSource.all).toHaveLength(2)
    expect(latest().url).toBe('/api/stream?after=43&shown=roy')
  })

  test('tells which build answers, and nothing where the server does not say', () => {
    latest().tell('hello', { feed: 40, build: 'b1' })
    latest().tell('hello', { feed: 40 })
    expect(frames).toEqual([{ type: 'build', build: 'b1' }])
  })

  test('says what each change follows, and lets no change through twice', () => {
    latest().tell('changes', changes(43))
    latest().tell('changes', changes(43))
    latest().tell('changes', changes(44))
    expect(frames).toMatchObject([
      { type: 'changes', after: 40, changes: { feed: 43 } },
      { type: 'changes', after: 43, changes: { feed: 44 } },
    ])
  })

  test('is offline once the server can’t be reached again, and live when it can', async () => {
    latest().tell('open')
    answer = () => new Response('', { status: 502 })
    latest().tell('error')
    expect(frames.at(-1)).toMatchObject({ state: 'catching-up' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(frames.at(-1)).toMatchObject({ state: 'offline' })
    answer = () => Response.json({})
    await vi.advanceTimersByTimeAsync(30_000)
    latest().tell('open')
    expect(frames.at(-1)).toEqual({ type: 'state', state: 'live', feed: 40 })
  })

  test('is opened anew, from where it is, when something else is shown, and without a word', async () => {
    latest().tell('open')
    latest().tell('changes', changes(43))
    const said = frames.length
    stream.show(['mei', 'roy'])
    await vi.advanceTimersByTimeAsync(100)
    expect(FakeSource.all.map(({ isClosed }) => isClosed)).toEqual([true, false])
    expect(latest().url).toBe('/api/stream?after=43&shown=mei%2Croy')
    stream.show(['roy'])
    await vi.advanceTimersByTimeAsync(100)
    expect(FakeSource.all).toHaveLength(2)
    expect(frames).toHaveLength(said)
  })

  test('that is away asks for what is shown once it is back', async () => {
    latest().tell('open')
    latest().tell('error')
    stream.show(['mei'])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(FakeSource.all).toHaveLength(2)
    expect(latest().url).toBe('/api/stream?after=40&shown=mei')
  })

  test('that comes back asks for what was opened while it was on its way, too', async () => {
    latest().tell('open')
    latest().tell('error')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(latest().url).toBe('/api/stream?after=40&shown=roy')
    stream.show(['roy', 'mei'])
    await vi.advanceTimersByTimeAsync(100)
    latest().tell('open')
    expect(latest().url).toBe('/api/stream?after=40&shown=roy%2Cmei')
  })

  test('goes on from where a reset says', async () => {
    latest().tell('reset', {}, '900')
    expect(frames).toEqual([{ type: 'reset', feed: 900 }])
    latest().tell('bye')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(latest().url).toBe('/api/stream?after=900&shown=roy')
  })

  test('leads to the sign-in page when the session has ended, and asks no more', async () => {
    answer = () =>
      Response.json({ error: { code: 'unauthenticated', message: '' } }, { status: 401 })
    latest().tell('error')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(window.location.assign).toHaveBeenCalledWith('/sign-in?callbackUrl=%2Finbox')
    expect(FakeSource.all).toHaveLength(1)
  })

  test('doesn’t trust a connection that slept: a tab that wakes up asks again', async () => {
    latest().tell('open')
    await vi.advanceTimersByTimeAsync(60_000)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(FakeSource.all).toHaveLength(2)
    expect(FakeSource.all[0]?.isClosed).toBe(true)
  })
})

function latest(): FakeSource {
  const source = FakeSource.all.at(-1)
  if (!source) throw new Error('No connection was opened.')
  return source
}

function changes(feed: number) {
  return { feed, conversations: [], messages: [], activities: [] }
}
