'use client'

import { useMutation } from '@tanstack/react-query'
import { reason } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import { ApiError, request } from '../api'

export function useRename() {
  return useMutation({
    mutationFn: (name: string) => request(paths.api.me, { method: 'PUT', body: { name } }),
  })
}

/** Its form shows why it was refused. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (input: { current: string; password: string }) =>
      request<{ ended: number }>(paths.api.myPassword, { method: 'PUT', body: input }),
    meta: { quiet: true },
  })
}

export function useEndOtherSessions() {
  return useMutation({
    mutationFn: () => request<{ ended: number }>(paths.api.mySessions, { method: 'DELETE' }),
  })
}

/** A file becomes my picture; `null` takes it away. */
export function useSetAvatar() {
  return useMutation({
    mutationFn: (file: File | null) =>
      file ? upload(file) : request(paths.api.myAvatar, { method: 'DELETE' }),
  })
}

async function upload(file: File) {
  const response = await fetch(paths.api.myAvatar, { method: 'PUT', body: file }).catch(() => {
    throw new ApiError(0, 'unreachable', reason('failure.unreachable'))
  })
  if (response.ok) return
  const { error } = await response.json()
  throw new ApiError(response.status, error.code, error.message)
}
