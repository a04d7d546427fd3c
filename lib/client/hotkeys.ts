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
