interface KeyPress {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  keyCode: number
  isComposing: boolean
}

// What browsers report for keys that an input method takes, also where `isComposing` is already false
// (Safari ends the composition before the Enter that confirmed it).
const TAKEN_BY_INPUT_METHOD = 229

/** Whether a key press means "send": Enter alone, or with Ctrl or ⌘, and never one that ends a composition. */
export function isSendKey(press: KeyPress): boolean {
  if (press.key !== 'Enter' || press.shiftKey || press.altKey) return false
  return !press.isComposing && press.keyCode !== TAKEN_BY_INPUT_METHOD
}
