'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Role } from '@/lib/domain/people/role'
import { paths } from '@/lib/paths'
import type { InviteView, LinkView, PeoplePage, PersonView } from '@/lib/view/people-view'
import { request } from '../api'

const KEY = { people: [paths.api.admin.agents], invites: [paths.api.admin.invites] } as const

/** Everybody who signs in here, and the channels they can be kept to. */
export function usePeople() {
  return useQuery({
    queryKey: KEY.people,
    queryFn: ({ signal }) => request<PeoplePage>(paths.api.admin.agents, { signal }),
    staleTime: 0,
  })
}

export function useInvites() {
  return useQuery({
    queryKey: KEY.invites,
    queryFn: ({ signal }) => request<{ items: InviteView[] }>(paths.api.admin.invites, { signal }),
    staleTime: 0,
  })
}

export interface InviteInput {
  email: string
  role: Role
  channelIds: string[] | null
}

export function useInvite() {
  return usePeopleChange((input: InviteInput) =>
    request<LinkView>(paths.api.admin.invites, { method: 'POST', body: input }),
  )
}

export function useWithdrawInvite() {
  return usePeopleChange((id: string) => request(paths.api.admin.invite(id), { method: 'DELETE' }))
}

export type PersonChange = Pick<PersonView, 'id' | 'role' | 'channelIds' | 'disabled'>

export function useChangePerson() {
  return usePeopleChange(({ id, role, channelIds, disabled }: PersonChange) =>
    request(paths.api.admin.agent(id), { method: 'PUT', body: { role, channelIds, disabled } }),
  )
}

export function useSignOutPerson() {
  return usePeopleChange((id: string) =>
    request<{ ended: number }>(paths.api.admin.agentSessions(id), { method: 'DELETE' }),
  )
}

export function usePasswordLink() {
  return usePeopleChange((id: string) =>
    request<LinkView>(paths.api.admin.passwordLink(id), { method: 'POST' }),
  )
}

/** The list follows the answer, also after a refusal: then what was on screen was old. */
function usePeopleChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        Object.values(KEY).map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })),
      ),
  })
}
