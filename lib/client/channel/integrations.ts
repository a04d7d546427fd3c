'use client'

import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast, toastProblem } from '@/lib/client/browser/toast'
import type { MaskedIntegration } from '@/lib/domain/channel/connection'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { Page } from '@/lib/view/page-view'
import { failureOf, request } from '../api'

const api = paths.api.admin

/** A deletion can be called back for so long; only then is Stella asked. */
const UNDO_MS = 6_000

type IntegrationList = Page<MaskedIntegration> & { method: 'GET' | 'POST' }

/** What Stella keeps under a connection, by whomever. */
export function useIntegrations(connectionId: string) {
  return useQuery({
    queryKey: [api.integrations(connectionId)],
    queryFn: async ({ signal }) => {
      const list = await request<IntegrationList>(api.integrations(connectionId), { signal })
      return { ...list, items: list.items.filter(({ id }) => !leaving.has(id)) }
    },
    staleTime: 0,
    enabled: connectionId !== '',
  })
}

export type IntegrationInput =
  | { fields: Record<string, unknown> }
  | { id: string; set: Record<string, unknown>; remove: string[] }

/** Makes an integration, or one in place of another. */
export function useSaveIntegration(connectionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: IntegrationInput) => save(connectionId, input),
    onSettled: () => client.invalidateQueries({ queryKey: [api.integrations(connectionId)] }),
    meta: { quiet: true },
  })
}

function save(connectionId: string, input: IntegrationInput): Promise<MaskedIntegration> {
  if ('fields' in input)
    return request(api.integrations(connectionId), { method: 'PUT', body: input })
  const { id, ...body } = input
  return request(api.integration(connectionId, id), { method: 'PUT', body })
}

/** Ids that are gone from the screen and not yet from Stella. */
const leaving = new Set<string>()

/**
 * Takes an integration from the screen at once, and from Stella when nobody called it back. Leaving the page asks
 * Stella all the same; closing the browser does not, which keeps the integration.
 */
export function useDeleteIntegration(connectionId: string) {
  const { t, say } = useTranslator()
  const client = useQueryClient()
  return (integration: MaskedIntegration, name: string) => {
    leaving.add(integration.id)
    const restore = takeAway(client, connectionId, integration.id)
    const timer = setTimeout(
      () =>
        sendDelete(client, connectionId, integration.id).catch((error) => {
          restore()
          toastProblem(say(failureOf(error)))
        }),
      UNDO_MS,
    )
    toast(t('connection.screen.deleting', { name }), {
      duration: UNDO_MS,
      action: {
        label: t('common.undo'),
        onClick: () => {
          clearTimeout(timer)
          leaving.delete(integration.id)
          restore()
        },
      },
    })
  }
}

function takeAway(client: QueryClient, connectionId: string, id: string): () => void {
  const queryKey = [api.integrations(connectionId)]
  const before = client.getQueryData<IntegrationList>(queryKey)
  client.setQueryData<IntegrationList>(
    queryKey,
    (list) => list && { ...list, items: list.items.filter((item) => item.id !== id) },
  )
  return () => {
    client.setQueryData(queryKey, before)
    client.invalidateQueries({ queryKey })
  }
}

async function sendDelete(client: QueryClient, connectionId: string, id: string) {
  try {
    await request(api.integration(connectionId, id), { method: 'DELETE' })
  } finally {
    leaving.delete(id)
  }
  await client.invalidateQueries({ queryKey: [api.integrations(connectionId)] })
}
