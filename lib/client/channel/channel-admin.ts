'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Platform } from '@/lib/domain/channel/channel'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import type { ApiFinding, ConnectionFields } from '@/lib/domain/channel/connection'
import type { LabVerdict } from '@/lib/domain/channel/signature-lab'
import { paths } from '@/lib/paths'
import type { ChannelDetail, ChannelView, ConnectionView } from '@/lib/view/channel-view'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'

const api = paths.api.admin

/** How often a page that waits for Stella looks again. */
const WAIT_MS = 2_000
/** How often the list of channels looks for silence and rejected signatures. */
const WATCH_MS = 15_000

export function useConnections() {
  return useQuery({
    queryKey: [api.connections],
    queryFn: ({ signal }) => request<Page<ConnectionView>>(api.connections, { signal }),
    staleTime: 0,
  })
}

export type ConnectionInput = ConnectionFields & { accessToken?: string }

/** Adds a connection, or changes the one with this id. */
export function useSaveConnection(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConnectionInput) =>
      id
        ? request<{ id: string }>(api.connection(id), { method: 'PUT', body })
        : request<{ id: string }>(api.connections, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [api.connections] }),
    meta: { quiet: true },
  })
}

/** Removes a connection; `name` repeats its name. */
export function useRemoveConnection(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      request<{ id: string }>(api.connection(id), { method: 'DELETE', body: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [api.connections] }),
    meta: { quiet: true },
  })
}

/** Asks each API of a connection whether it answers. */
export function useCheckConnection(id: string) {
  return useMutation({
    mutationFn: () =>
      request<{ items: ApiFinding[] }>(api.connectionCheck(id), { method: 'POST', body: {} }),
    meta: { quiet: true },
  })
}

export function useAdminChannels() {
  return useQuery({
    queryKey: [api.channels],
    queryFn: ({ signal }) => request<Page<ChannelView>>(api.channels, { signal }),
    staleTime: 0,
    refetchInterval: WATCH_MS,
  })
}

/** One channel; until Stella has sent its first event it is looked at every two seconds. */
export function useChannel(id: string) {
  return useQuery({
    queryKey: [api.channel(id)],
    queryFn: ({ signal }) => request<ChannelDetail>(api.channel(id), { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.firstEventId ? WATCH_MS : WAIT_MS),
  })
}

/** What an admin says of a channel that is to be connected. */
export interface NewChannel {
  connectionId: string
  name: string
  platform: Platform
  stellaId: string
  externalId: string
  secret: string
}

export function useConnectChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewChannel) =>
      request<ChannelDetail>(api.channels, { method: 'POST', body }),
    onSuccess: (channel) => {
      client.setQueryData([api.channel(channel.id)], channel)
      return client.invalidateQueries({ queryKey: [api.channels] })
    },
    meta: { quiet: true },
  })
}

export type ChannelChange =
  | { what: 'details'; name: string; externalId: string }
  | { what: 'paused'; paused: boolean }
  | { what: 'connected'; connected: boolean }
  | { what: 'add-secret'; secret: string }
  | { what: 'remove-secret'; slot: number }

/** Everything that an admin does to one channel; the answer is the channel as it is then. */
export function useChangeChannel(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ChannelChange) => askFor(id, change),
    onSuccess: (channel) => {
      client.setQueryData([api.channel(id)], channel)
      return client.invalidateQueries({ queryKey: [api.channels] })
    },
  })
}

function askFor(id: string, { what, ...body }: ChannelChange): Promise<ChannelDetail> {
  switch (what) {
    case 'details':
      return request(api.channel(id), { method: 'PUT', body })
    case 'paused':
      return request(api.channelPaused(id), { method: 'PUT', body })
    case 'connected':
      return request(api.channelConnected(id), { method: 'PUT', body })
    case 'add-secret':
      return request(api.channelSecrets(id), { method: 'POST', body })
    case 'remove-secret':
      return request(api.channelSecret(id, 'slot' in body ? body.slot : 0), { method: 'DELETE' })
  }
}

/** Sets what a channel does, as a whole. */
export function useConfigureChannel(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChannelSettings) =>
      request<ChannelSettings>(api.channelSettings(id), { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [api.channel(id)] }),
    meta: { quiet: true },
  })
}

export interface LabInput {
  body: string
  encoding: 'text' | 'base64' | 'hex'
  signature: string
  secret?: string
}

/** Says which step of a signature differs. */
export function useSignatureLab(channelId: string) {
  return useMutation({
    mutationFn: (body: LabInput) =>
      request<LabVerdict>(api.signatureLab(channelId), { method: 'POST', body }),
    meta: { quiet: true },
  })
}
