import { ApiError, personHeader } from '@/lib/client/api'
import { beginWork } from '@/lib/client/browser/under-way'
import { reason } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import type { UploadView } from '@/lib/view/media-view'

interface UploadRequest {
  id: string
  conversationId: string
  name: string
  voice: boolean
  file: Blob
  /** 0 to 1, while bytes leave. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

const CONNECTION_LOST = reason('composer.files.connectionLost')

/** Sends a file to our server. Throws `ApiError`: status 0 when no answer came, and the same id may be sent again. */
export function postUpload(request: UploadRequest): Promise<UploadView> {
  const { id, conversationId, name, voice, file, onProgress, signal } = request
  const search = new URLSearchParams({ id, conversation: conversationId, name })
  if (voice) search.set('voice', 'true')
  // fetch tells nothing about bytes that leave.
  const call = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    call.open('POST', `${paths.api.uploads}?${search}`)
    for (const [name, value] of Object.entries(personHeader())) call.setRequestHeader(name, value)
    call.responseType = 'json'
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    call.onload = () => (call.status === 201 ? resolve(call.response) : reject(toError(call)))
    call.onerror = () => reject(new ApiError(0, 'unreachable', CONNECTION_LOST))
    signal.addEventListener('abort', () => call.abort())
    call.onabort = () => reject(new DOMException(undefined, 'AbortError'))
    // Of this call alone, however it ends.
    call.onloadend = beginWork()
    call.send(file)
  })
}

function toError({ status, response }: XMLHttpRequest): ApiError {
  const { code, message } = response?.error ?? {}
  return new ApiError(
    status,
    typeof code === 'string' ? code : 'unexpected',
    typeof message === 'string' ? message : reason('composer.files.uploadFailed', { status }),
  )
}
