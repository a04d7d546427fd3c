'use client'

import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { type Part, toPart } from '@/lib/client/browser/parts'
import { PartFailed } from './part-failed'

interface DeferredOptions<Props> {
  /** What stands in its place while its code is on its way; nothing where absent. */
  waiting?: (props: Props) => ReactNode
  /** What stands there when it can't be had; absent: a bar that says so and tries again. */
  failed?: (props: Props) => ReactNode
  /** Whether being on screen fetches it; absent: it does. Where not, it is drawn once it is here anyway. */
  asks?: (props: Props) => boolean
}

/** A component whose code is not part of the page's first load. */
export interface Deferred<Props> {
  (props: Props): ReactNode
  /** Fetches its code ahead of its use: on hover or focus of what opens it. */
  preload: () => void
}

/**
 * Draws what `load` imports: at once where it is here already, as soon as it comes where it is not. Where it can't be
 * had (no network, or a newer version is on the server) the person is told.
 */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  options: DeferredOptions<Props> = {},
): Deferred<Props> {
  const part = toPart(load)
  const draw = (props: Props) => <PartOnScreen part={part} options={options} given={props} />
  return Object.assign(draw, { preload: () => void part.fetch().catch(() => undefined) })
}

interface PartOnScreenProps<Props> {
  part: Part<Props>
  options: DeferredOptions<Props>
  given: Props
}

function PartOnScreen<Props extends object>({ part, options, given }: PartOnScreenProps<Props>) {
  // What the server drew is drawn once more, even where the part was quicker than the page.
  const Here = useSyncExternalStore(part.subscribe, part.here, nothing)
  const [isFailed, setFailed] = useState(false)
  const get = useCallback(() => {
    setFailed(false)
    part.fetch().catch(() => setFailed(true))
  }, [part])
  const asks = options.asks?.(given) ?? true
  useEffect(() => {
    if (!Here && asks) get()
  }, [Here, asks, get])
  if (Here) return <Here {...given} />
  if (!isFailed) return options.waiting?.(given)
  return options.failed ? options.failed(given) : <PartFailed onRetry={get} />
}

function nothing() {
  return undefined
}
