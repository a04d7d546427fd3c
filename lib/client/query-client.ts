import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { Said } from '@/lib/i18n/reason'
import { failureOf, isTransient } from './api'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Its screen tells of a failure in its own way. */
      quiet?: boolean
      /** How a failure is told; undefined where the screen tells it already. */
      words?: (error: Error) => Said | undefined
    }
  }
}

const KEPT_MS = 30 * 60_000
const RETRIES_MAX = 2

/**
 * The browser's one store. Nothing goes stale by age: the live stream patches what is here and says when it
 * could not. `onFailure` hears of every action that failed, except those whose screen tells it in its own way.
 */
export function createQueryClient(onFailure: (said: Said) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        const { quiet, words } = mutation.meta ?? {}
        const said = quiet ? undefined : words ? words(error) : failureOf(error)
        if (said) onFailure(said)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: KEPT_MS,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // An inbox on the same machine or network works without the internet.
        networkMode: 'always',
        retry: (failures, error) => failures < RETRIES_MAX && isTransient(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
