/** The parts of a keyboard event that decide which key was meant. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * Whether a key press is the key an action is bound to. Keys are written as people say them: `j`, `?`, `Enter`,
 * `Escape`, `Mod+K` (Ctrl, or ⌘ on a Mac), `Shift+U`. A sign that needs Shift to type, like `?`, is written alone.
 */
export function isHotkey(keys: string, press: KeyPress): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wantsMod = parts.includes('Mod')
  const wantsShift = parts.includes('Shift')
  if (wantsMod !== (press.ctrlKey || press.metaKey) || press.altKey) return false
  if (key.toLowerCase() !== press.key.toLowerCase()) return false
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  return isSign || wantsShift === press.shiftKey
}

/** The first of two keys in a row. */
export interface SequenceStart {
  key: string
  /** ms, on the clock of the presses. */
  at: number
}

/** For this long the first of two keys in a row waits for the second. */
const SEQUENCE_MAX_MS = 1_000
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

/**
 * What a key press means among the actions that have keys, and what the next press has to know. A sequence in progress
 * owns the next key: where no sequence ends with it, it does nothing, so that `G` and a slip never resolve a conversation. Keys
 * with Ctrl or ⌘ are never a slip. Of two actions with the same keys the newest counts.
 */
export function readKey<A extends { keys?: string }>(
  actions: readonly A[],
  press: KeyPress & { timeStamp: number },
  start: SequenceStart | undefined,
): { action?: A; start?: SequenceStart; owned: boolean } {
  if (MODIFIERS.includes(press.key)) return { start, owned: false }
  const isWaiting = start !== undefined && press.timeStamp - start.at < SEQUENCE_MAX_MS
  const withModifier = press.ctrlKey || press.metaKey || press.altKey
  if (isWaiting && !withModifier) {
    const action = actions.findLast(({ keys }) => {
      const [first, second] = keys?.split(' ') ?? []
      return second && isSameKey(first, start.key) && isHotkey(second, press)
    })
    if (action) return { action, owned: true }
  }
  const starts = actions.some(({ keys }) => {
    const [first, second] = keys?.split(' ') ?? []
    return first && second && isHotkey(first, press)
  })
  if (starts) return { start: { key: press.key, at: press.timeStamp }, owned: true }
  if (isWaiting && !withModifier) return { owned: true }
  const action = actions.findLast(
    ({ keys }) => keys && !keys.includes(' ') && isHotkey(keys, press),
  )
  return { action, owned: action !== undefined }
}

function isSameKey(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase()
}

/** How keys are shown: `Mod+K` as ⌘ K or Ctrl K, `g m` as G M, arrows and Enter as their signs. */
export function toKeyLabels(keys: string, isMac: boolean): string[] {
  const names: Record<string, string> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: isMac ? '⇧' : 'Shift',
    Enter: '↵',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
  }
  return keys.split(/[+ ]/).map((part) => names[part] ?? part.toUpperCase())
}
