'use client'

import { useQuery } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import type { ChannelRef } from '@/lib/view/conversation-view'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'

/** The channels that members write to. Asked for anew whenever one is connected or disconnected. */
export function useChannels() {
  return useQuery({
    queryKey: [paths.api.channels],
    queryFn: ({ signal }) => request<Page<ChannelRef>>(paths.api.channels, { signal }),
    select: (page) => page.items,
  })
}
