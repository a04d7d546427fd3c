'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AgentSettings } from '@/lib/domain/people/agent-settings'
import { paths } from '@/lib/paths'
import { request } from '../api'
import { useViewer } from './use-viewer'

const KEY = [paths.api.mySettings] as const

/** What the person who is signed in chose for themselves, as this browser last knew it. */
export function useMySettings(): AgentSettings {
  const viewer = useViewer()
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request<AgentSettings>(paths.api.mySettings, { signal }),
    initialData: viewer.settings,
  })
  return data
}

/** Changes some of it. Shown at once; taken back when the server does not keep it. */
export function useChangeMySettings() {
  const client = useQueryClient()
  const current = useMySettings()
  return useMutation({
    mutationFn: (change: Partial<AgentSettings>) =>
      request<AgentSettings>(paths.api.mySettings, {
        method: 'PUT',
        body: { ...current, ...change },
      }),
    onMutate: (change) => client.setQueryData(KEY, { ...current, ...change }),
    onSuccess: (settings) => client.setQueryData(KEY, settings),
    onError: () => client.setQueryData(KEY, current),
  })
}
