'use client'

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { readKey, type SequenceStart } from './hotkeys'

/** The heading that an action stands under in the palette and the sheet of keys. */
export type ActionSection = 'conversation' | 'list' | 'go' | 'help' | 'theme' | 'account' | 'admin'

/** Something an agent can do right now, by key, from the palette, or by a button elsewhere. */
export interface Action {
  id: string
  label: string
  /** A key as `isHotkey` reads it, or two in a row: `g m`. */
  keys?: string
  /** Absent: it acts on the open conversation. */
  section?: ActionSection
  run: () => void
  /** A key that is held down does it again and again. */
  repeats?: boolean
  /** Why it can't be done now; the palette shows it. */
  disabledReason?: string
}

type Registry = ReturnType<typeof createRegistry>

const RegistryContext = createContext<Registry | undefined>(undefined)

/** Holds what can be done on the screen below, and listens to the keys. */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(createRegistry, [])
  useEffect(() => {
    const onKeyDown = listenToKeys(registry.snapshot)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

/** Offers an action for as long as the caller is on screen. The newest of two with the same id counts. */
export function useAction(action: Action) {
  const registry = useRegistry()
  const { id, label, keys, section, repeats, disabledReason } = action
  const latest = useRef(action.run)
  useEffect(() => {
    latest.current = action.run
  })
  useEffect(
    () =>
      registry.add({
        id,
        label,
        keys,
        section,
        repeats,
        disabledReason,
        run: () => latest.current(),
      }),
    [registry, id, label, keys, section, repeats, disabledReason],
  )
}

/** Everything that can be done right now, in the order it was offered. */
export function useActions(): Action[] {
  const registry = useRegistry()
  return useSyncExternalStore(registry.subscribe, registry.snapshot, registry.snapshot)
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext)
  if (!registry) throw new Error('useAction needs an ActionsProvider above it.')
  return registry
}

function createRegistry() {
  let actions: Action[] = []
  const listeners = new Set<() => void>()
  const set = (next: Action[]) => {
    actions = next
    for (const listener of listeners) listener()
  }
  return {
    snapshot: () => actions,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(action: Action) {
      set([...actions.filter(({ id }) => id !== action.id), action])
      return () => set(actions.filter((other) => other !== action))
    },
  }
}

/** Runs the action a key is bound to. A key that is held down does it once, but for those that walk. */
function listenToKeys(actions: () => Action[]) {
  let start: SequenceStart | undefined
  return (event: KeyboardEvent) => {
    const withModifier = event.ctrlKey || event.metaKey
    if (event.defaultPrevented || event.isComposing || (!withModifier && isBusy(event))) {
      start = undefined
      return
    }
    const { action, owned, ...next } = readKey(actions(), event, start)
    start = next.start
    if (owned) event.preventDefault()
    if (!action || action.disabledReason || (event.repeat && !action.repeats)) return
    action.run()
  }
}

/** Keys belong to whoever is being typed in, and to an open dialog or menu. */
function isBusy({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input, textarea, select')) return true
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu]')) return true
  return key === 'Enter' && target.closest('a, button') !== null
}
