'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Platform } from '@/lib/domain/channel/channel'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import type { WorkspaceTag } from '@/lib/domain/workspace/workspace-tag'
import { paths } from '@/lib/paths'
import type { SettingVersionView } from '@/lib/view/audit-view'
import { request } from '../api'

/** Settings change seldom and reach other browsers by asking again: at most this old when a screen opens. */
const FRESH_MS = 30_000

export interface ConfiguredChannel {
  id: string
  name: string
  platform: Platform
  settings: ChannelSettings
}

export type SettingRef =
  | { of: 'tags' }
  | { of: 'canned-reply'; id: string }
  | { of: 'channel'; id: string }

/** All canned replies; `enabled` false waits until they are wanted. */
export function useCannedReplies({ enabled = true } = {}) {
  return useItems<CannedReply>(paths.api.cannedReplies, enabled)
}

export function useTags() {
  return useItems<WorkspaceTag>(paths.api.admin.tags)
}

/** The same list, as everybody who answers may read it. */
export function useTagChoices({ enabled = true } = {}) {
  return useItems<WorkspaceTag>(paths.api.tags, enabled)
}

/** What is decided for each channel. */
export function useConfiguredChannels() {
  return useItems<ConfiguredChannel>(paths.api.admin.channelsSettings)
}

export function useSaveCannedReply() {
  return useWorkspaceChange(({ id, ...body }: CannedReply) =>
    request<CannedReply>(paths.api.admin.cannedReply(id), { method: 'PUT', body }),
  )
}

export function useRemoveCannedReply() {
  return useWorkspaceChange((id: string) =>
    request(paths.api.admin.cannedReply(id), { method: 'DELETE' }),
  )
}

export function useSetTags() {
  return useWorkspaceChange((tags: WorkspaceTag[]) =>
    request(paths.api.admin.tags, { method: 'PUT', body: { tags } }),
  )
}

export function useSaveChannelSettings() {
  return useWorkspaceChange(({ id, settings }: Pick<ConfiguredChannel, 'id' | 'settings'>) =>
    request(paths.api.admin.channelSettings(id), { method: 'PUT', body: settings }),
  )
}

/** What a setting was, newest first. */
export function useSettingHistory(ref: SettingRef) {
  const address = `${paths.api.admin.settingHistory}?${new URLSearchParams({ ...ref })}`
  return useQuery({
    queryKey: [paths.api.admin.settingHistory, ref],
    queryFn: ({ signal }) => request<{ items: SettingVersionView[] }>(address, { signal }),
    staleTime: 0,
  })
}

export function useRestoreSetting() {
  return useWorkspaceChange((eventId: number) =>
    request(paths.api.admin.settingRestore, { method: 'POST', body: { eventId } }),
  )
}

function useItems<Item>(address: string, enabled = true) {
  return useQuery({
    queryKey: [address],
    queryFn: async ({ signal }) => (await request<{ items: Item[] }>(address, { signal })).items,
    staleTime: FRESH_MS,
    enabled,
  })
}

function useWorkspaceChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  const touched = [
    paths.api.cannedReplies,
    paths.api.tags,
    paths.api.admin.tags,
    paths.api.admin.channelsSettings,
    paths.api.admin.settingHistory,
  ]
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(touched.map((address) => client.invalidateQueries({ queryKey: [address] }))),
  })
}
