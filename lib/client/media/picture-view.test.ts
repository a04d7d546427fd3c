import { describe, expect, test } from 'vitest'
import {
  movedBy,
  PICTURE_ACTS,
  pictureActOf,
  pictureStyle,
  sizeOf,
  stepOfKey,
  WHOLE,
} from './picture-view'

const { zoomIn, zoomOut, turn, reset, toggle, wheel } = PICTURE_ACTS

describe('a picture', () => {
  test('grows until it is eight times as large, and says so', () => {
    let view = WHOLE
    for (let press = 0; press < 10; press++) view = zoomIn(view)
    expect(sizeOf(view)).toEqual({ isWhole: false, isLargest: true, percent: 800 })
  })

  test('never gets smaller than all of it', () => {
    expect(zoomOut(WHOLE)).toEqual(WHOLE)
    expect(wheel(WHOLE, false)).toEqual(WHOLE)
  })

  test('is back in the middle once all of it is shown, and stays turned', () => {
    const moved = movedBy(turn(zoomIn(WHOLE)), 40, -30)
    expect(zoomOut(moved)).toEqual({ zoom: 1, turn: 90, x: 0, y: 0 })
  })

  test('moves with the pointer only while it is larger than its place', () => {
    expect(movedBy(WHOLE, 10, 10)).toEqual(WHOLE)
    expect(movedBy(movedBy(zoomIn(WHOLE), 10, 5), 10, 5)).toMatchObject({ x: 20, y: 10 })
  })

  test('gets larger by two presses and whole by two more', () => {
    expect(toggle(WHOLE).zoom).toBe(2.25)
    expect(toggle(movedBy(toggle(WHOLE), 9, 9))).toEqual(WHOLE)
  })

  test('follows the wheel in small steps', () => {
    expect(sizeOf(wheel(WHOLE, true)).percent).toBe(115)
    expect(sizeOf(wheel(wheel(WHOLE, true), false)).percent).toBe(100)
  })

  test('fits its place also when it lies', () => {
    expect(pictureStyle(WHOLE)).not.toHaveProperty('maxWidth')
    expect(pictureStyle(turn(WHOLE))).toMatchObject({ maxWidth: '100cqh', maxHeight: '100cqw' })
    expect(pictureStyle(turn(turn(WHOLE)))).not.toHaveProperty('maxWidth')
  })

  test('says by the pointer what a press would do', () => {
    expect(pictureStyle(WHOLE).cursor).toBe('zoom-in')
    expect(pictureStyle(zoomIn(WHOLE)).cursor).toBe('grab')
  })
})

describe('keys', () => {
  const press = (key: string, more: object = {}) =>
    pictureActOf({ key, ctrlKey: false, metaKey: false, ...more })

  test('zoom, turn and put back, with and without Shift', () => {
    expect(['+', '=', '-', 'r', 'R'].map((key) => press(key))).toEqual([
      'zoomIn',
      'zoomIn',
      'zoomOut',
      'turn',
      'turn',
    ])
    expect(press('0')).toBe('reset')
    expect(reset()).toEqual(WHOLE)
  })

  test('that zoom the browser’s page are left to it', () => {
    expect(press('+', { ctrlKey: true })).toBeUndefined()
    expect(press('0', { metaKey: true })).toBeUndefined()
  })

  test('go to the picture before and after', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp'].map(stepOfKey)).toEqual([-1, 1, undefined])
  })
})
