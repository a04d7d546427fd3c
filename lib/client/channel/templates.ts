'use client'

import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Template, TemplateInput } from '@/lib/domain/reply/template'
import { paths } from '@/lib/paths'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'

/** The templates that a reply in this conversation may use; fetched once there is a picker to show them. */
export function useReplyTemplates(conversationId: string | undefined) {
  const path = paths.api.templates(conversationId ?? '')
  return useQuery({
    queryKey: [path],
    queryFn: conversationId ? ({ signal }) => request<Page<Template>>(path, { signal }) : skipToken,
    select: ({ items }) => items,
  })
}

/** A channel's catalogue, as admins keep it. */
export function useChannelTemplates(channelId: string) {
  const path = paths.api.admin.channelTemplates(channelId)
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => request<Page<Template>>(path, { signal }),
    select: ({ items }) => items,
  })
}

/** Writes a template, anew where it has no id yet. What the server refuses is the form's to show. */
export function useSaveTemplate(channelId: string) {
  const client = useQueryClient()
  const list = paths.api.admin.channelTemplates(channelId)
  return useMutation({
    mutationFn: ({ id, template }: { id?: string; template: TemplateInput }) =>
      request<Template>(id ? paths.api.admin.channelTemplate(channelId, id) : list, {
        method: id ? 'PUT' : 'POST',
        body: template,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [list] }),
    meta: { quiet: true },
  })
}

export function useRemoveTemplate(channelId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request<{ ok: true }>(paths.api.admin.channelTemplate(channelId, id), { method: 'DELETE' }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: [paths.api.admin.channelTemplates(channelId)] }),
  })
}
