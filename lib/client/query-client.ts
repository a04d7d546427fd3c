import { MutationCache, QueryClient } from '@tanstack/react-query'
import { isTransient } from './api'

const KEPT_MS = 30 * 60_000
const RETRIES_MAX = 2

/**
 * The browser's one store. Nothing goes stale by age: the live stream patches what is here and says when it
 * could not. `onFailure` hears of every action that failed, except those whose screen tells it in its own way.
 */
export function createQueryClient(onFailure: (message: string) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        if (!mutation.meta?.quiet) onFailure(error.message)
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
