import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isHotkey, readKey, type SequenceStart, toKeyLabels } from './hotkeys'

describe('a key', () => {
  test('runs an action whatever Caps Lock says, but not with a modifier it was not given', () => {
    expect(isHotkey('j', press('j'))).toBe(true)
    expect(isHotkey('J', press('j'))).toBe(true)
    expect(isHotkey('j', press('j', { ctrlKey: true }))).toBe(false)
    expect(isHotkey('u', press('U', { shiftKey: true }))).toBe(false)
  })

  test('with Mod means Ctrl or ⌘', () => {
    expect(isHotkey('Mod+K', press('k', { ctrlKey: true }))).toBe(true)
    expect(isHotkey('Mod+K', press('k', { metaKey: true }))).toBe(true)
    expect(isHotkey('Mod+K', press('k'))).toBe(false)
  })

  test('that needs Shift on some keyboards is known by its sign', () => {
    expect(isHotkey('?', press('?', { shiftKey: true }))).toBe(true)
    expect(isHotkey('/', press('/'))).toBe(true)
    expect(isHotkey(']', press(']', { altKey: true }))).toBe(false)
  })

  test('is shown as it stands on the keyboard', () => {
    expect(toKeyLabels('Mod+k', true)).toEqual(['⌘', 'K'])
    expect(toKeyLabels('Mod+k', false)).toEqual(['Ctrl', 'K'])
    expect(toKeyLabels('Escape', false)).toEqual(['Esc'])
    expect(toKeyLabels('g m', false)).toEqual(['G', 'M'])
  })
})

describe('a pair of keys', () => {
  const actions = registeredKeys().map((keys) => ({ keys }))
  const singles = actions.filter(({ keys }) => !keys.includes(' '))
  const sequences = actions.filter(({ keys }) => keys.includes(' '))

  test('there are keys and sequences in the product to play', () => {
    expect(sequences.map(({ keys }) => keys)).toContain('g b')
    expect(singles.length).toBeGreaterThan(10)
  })

  test('does what it says, whichever two registered keys are pressed after each other', () => {
    for (const first of actions)
      for (const second of actions) {
        const ran = play(actions, [...first.keys.split(' '), ...second.keys.split(' ')])
        expect(ran, `${first.keys}, then ${second.keys}`).toEqual([first.keys, second.keys])
      }
  })

  test('that begins a sequence and does not end it does nothing', () => {
    for (const { keys: sequence } of sequences)
      for (const { keys } of singles) {
        const [start = ''] = sequence.split(' ')
        const isSecond = sequences.some((each) => each.keys === `${start} ${keys}`)
        if (isSecond || keys.startsWith('Mod+')) continue
        expect(play(actions, [start, keys]), `${start}, then ${keys}`).toEqual([])
      }
  })

  test('is one sequence only within a second', () => {
    expect(play(actions, ['g', 'b'], 900)).toEqual(['g b'])
    expect(play(actions, ['g', 'b'], 1_100)).toEqual(['b'])
  })

  test('may begin anew, and Shift alone does not end it', () => {
    expect(play(actions, ['g', 'g', 'b'])).toEqual(['g b'])
    expect(play(actions, ['g', 'Shift', 'b'])).toEqual(['g b'])
  })
})

/** What runs when these keys are pressed in a row. */
function play(actions: { keys: string }[], keys: string[], pauseMs = 50): string[] {
  let start: SequenceStart | undefined
  let timeStamp = 10_000
  const ran: string[] = []
  for (const each of keys) {
    timeStamp += pauseMs
    const parts = each.split('+')
    const [ctrlKey, shiftKey] = [parts.includes('Mod'), parts.includes('Shift')]
    const read = readKey(
      actions,
      {
        ...press(parts.at(-1) ?? '', { ctrlKey, shiftKey: shiftKey && parts.length > 1 }),
        timeStamp,
      },
      start,
    )
    start = read.start
    if (read.action) ran.push(read.action.keys)
  }
  return ran
}

/** Every key that a component binds, from the sources: a new one is played with all others. */
function registeredKeys(): string[] {
  const folder = path.join(import.meta.dirname, '../../../components')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sources = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .filter((source) => source.includes('useAction('))
  const found = sources.flatMap((source) => [...source.matchAll(/\bkeys: '([^']+)'/g)])
  return [...new Set(found.map(([, keys = '']) => keys))]
}

function press(key: string, more: object = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}
