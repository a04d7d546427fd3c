import { describe, expect, test } from 'vitest'
import { EndFollower, isNearEnd, type Stand } from './end-follower'

const ROOM = 600
const at = (top: number, content = 2_000): Stand => ({ top, content, room: ROOM })

describe('the end of a thread', () => {
  test('stays in sight when something above or below it comes late, as often as it does', () => {
    const { follower, grow } = opened()
    for (const content of [2_180, 2_490, 2_500, 3_000]) expect(grow(content)).toBe(content - ROOM)
    expect(follower.follows).toBe(true)
  })

  test('stays in sight when the pane gets smaller', () => {
    const { follower } = opened()
    expect(follower.changed({ top: 1_400, content: 2_000, room: 300 })).toBe(true)
  })

  test('is left by the person who scrolls up, however little, and nothing pulls them back', () => {
    const { follower, grow, scroll } = opened()
    scroll(1_390)
    expect(follower.follows).toBe(false)
    expect(grow(2_500)).toBeUndefined()
  })

  test('is left at once, also where the list is drawn anew, and measured, before the scroll is heard', () => {
    const { follower } = opened()
    expect(follower.changed(at(900, 2_180))).toBe(false)
    follower.scrolled(at(900, 2_180))
    expect(follower.follows).toBe(false)
  })

  test('is not left by what the list itself writes, up or down', () => {
    const { follower, grow } = opened()
    follower.wrote(1_200)
    follower.scrolled(at(1_200))
    expect(follower.follows).toBe(true)
    expect(grow(2_010)).toBe(1_410)
  })

  test('is not left when the browser moves a pane that lost content', () => {
    const { follower } = opened()
    follower.changed(at(1_400, 1_900))
    follower.scrolled(at(1_300, 1_900))
    expect(follower.follows).toBe(true)
  })

  test('is followed again by who comes back to it', () => {
    const { follower, grow, scroll } = opened()
    scroll(500)
    expect(grow(2_100)).toBeUndefined()
    scroll(900)
    expect(follower.follows).toBe(false)
    scroll(1_450)
    expect(follower.follows).toBe(true)
    expect(grow(2_300)).toBe(1_700)
  })

  test('is not where a thread opens that was left elsewhere', () => {
    const follower = new EndFollower(false)
    expect(follower.changed(at(300))).toBe(false)
    expect(follower.changed(at(300, 2_600))).toBe(false)
    expect(isNearEnd(at(300))).toBe(false)
  })
})

/** A thread that opened at its end; `grow` gives where the pane was put, if it was. */
function opened() {
  const follower = new EndFollower(true)
  let stand = at(0)
  const put = (): number | undefined => {
    if (!follower.changed(stand)) return undefined
    stand = { ...stand, top: stand.content - stand.room }
    follower.wrote(stand.top)
    follower.scrolled(stand)
    return stand.top
  }
  put()
  const grow = (content: number) => {
    stand = { ...stand, content }
    return put()
  }
  /** The person scrolls to here. */
  const scroll = (top: number) => {
    stand = { ...stand, top }
    follower.scrolled(stand)
  }
  return { follower, grow, scroll }
}

test('a pane that grows moves nobody who reads a little above its end', () => {
  const follower = new EndFollower(true)
  follower.wrote(600)
  follower.changed({ top: 600, content: 1000, room: 400 })
  follower.scrolled({ top: 200, content: 1000, room: 400 })
  follower.scrolled({ top: 540, content: 1000, room: 400 })
  expect(follower.changed({ top: 540, content: 1000, room: 440 })).toBe(false)
  expect(follower.changed({ top: 540, content: 1000, room: 400 })).toBe(true)
})
