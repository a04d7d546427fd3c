import { isTransient, request } from '@/lib/client/api'
import { PLATFORM_NAMES, type Platform } from '@/lib/domain/channel/channel'
import { toSize } from '@/lib/domain/measures'
import { judgeFile, UPLOAD_SIZE_MAX } from '@/lib/domain/media/file-limits'
import type { Said } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import { type Attachment, moved } from './attachment'
import { discard, shelve, unshelve } from './blob-shelf'
import { postUpload } from './post-upload'
import { shrinkPicture } from './shrink-picture'
import { readTray, writeTray } from './tray-memory'

const RETRY_MS = 3_000
/** More at once only share the same line. */
const FILES_MAX = 30

/**
 * The files in one conversation's composer: it uploads them, remembers them across reloads, and goes on when the
 * connection is back. It lives beside the page, so leaving the conversation stops no upload.
 */
export class Tray {
  private list: Attachment[] = []
  private readonly watchers = new Set<() => void>()
  private readonly calls = new Map<string, AbortController>()
  private readonly files = new Map<string, Blob>()

  constructor(
    private readonly conversationId: string,
    private readonly platform: Platform,
  ) {
    this.list = readTray(conversationId)
    for (const file of this.list.filter(({ state }) => state !== 'ready')) this.resume(file)
  }

  readonly read = () => this.list

  readonly watch = (changed: () => void) => {
    this.watchers.add(changed)
    return () => void this.watchers.delete(changed)
  }

  add(files: readonly File[], { voice = false } = {}) {
    for (const file of files.slice(0, FILES_MAX - this.list.length)) {
      const name = file.name || 'Pasted picture.png'
      this.take({ ...NEW, id: crypto.randomUUID(), name, voice, ...factsOf(file) }, file)
    }
  }

  caption(id: string, caption: string) {
    this.change(id, { caption })
  }

  move(id: string, by: number) {
    this.put(moved(this.list, id, by))
  }

  /** Takes a file out, and stops its upload. */
  remove(id: string) {
    this.calls.get(id)?.abort()
    const file = this.forget(id)
    if (file?.upload) request(paths.api.upload(id), { method: 'DELETE' }).catch(() => undefined)
    if (file?.previewUrl) URL.revokeObjectURL(file.previewUrl)
  }

  /** The files that leave with a reply; the tray is empty then. */
  takeAll(): Attachment[] {
    const all = this.list
    for (const { id } of all) this.forget(id)
    return all
  }

  /** A file whose reply the server refused, or its writer took back, comes back. */
  giveBack(file: Attachment) {
    if (!this.list.some(({ id }) => id === file.id)) this.put([...this.list, file])
  }

  /** Makes a picture small enough for the platform and uploads that instead. */
  async shrink(id: string) {
    const file = this.list.find((each) => each.id === id)
    const blob = this.files.get(id) ?? (await unshelve(id))
    if (!file?.shrinkTo || !blob) return
    try {
      const smaller = await shrinkPicture(blob, file.shrinkTo)
      const name = file.name.replace(/\.[^.]*$/, '') || 'Picture'
      const { caption, previewUrl } = file
      const place = this.list.indexOf(file)
      this.forget(id)
      const facts = { ...factsOf(smaller), caption, previewUrl, name: `${name}.jpg` }
      this.take({ ...NEW, id: crypto.randomUUID(), ...facts }, smaller, place)
    } catch {
      this.change(id, {
        reason: 'This browser can’t make this picture smaller.',
        shrinkTo: undefined,
      })
    }
  }

  private take(file: Attachment, blob: Blob, place = this.list.length) {
    const previewUrl = file.previewUrl ?? URL.createObjectURL(blob)
    const refusal = refusalOf(this.platform, file)
    const taken = { ...file, previewUrl, ...refusal }
    this.files.set(file.id, blob)
    this.put(this.list.toSpliced(place, 0, taken))
    if (refusal && !refusal.shrinkTo) return
    void shelve(file.id, blob)
    if (!refusal) void this.upload(taken, blob)
  }

  private async upload(file: Attachment, blob: Blob) {
    const call = new AbortController()
    this.calls.set(file.id, call)
    const { id, name, voice } = file
    const { conversationId } = this
    const onProgress = (progress: number) => this.change(id, { state: 'uploading', progress })
    try {
      const sent = { id, conversationId, name, voice, file: blob, onProgress, signal: call.signal }
      const upload = await postUpload(sent)
      this.change(id, { state: 'ready', progress: 1, upload, reason: undefined })
      void discard(id)
    } catch (error) {
      if (call.signal.aborted || !(error instanceof Error)) return
      if (!isTransient(error)) return this.change(id, { state: 'refused', reason: error.message })
      this.change(id, { state: 'waiting', progress: 0, reason: 'Waiting for the connection.' })
      setTimeout(
        () => this.list.some((each) => each.id === id) && this.upload(file, blob),
        RETRY_MS,
      )
    }
  }

  /** After a reload: what was not whole on the server is sent once more from this browser's copy. */
  private async resume(file: Attachment) {
    const blob = await unshelve(file.id)
    if (!blob) {
      const reason = 'This browser no longer has the file. Attach it again.'
      return this.change(file.id, { state: 'refused', reason })
    }
    this.files.set(file.id, blob)
    this.change(file.id, { previewUrl: URL.createObjectURL(blob) })
    if (file.state !== 'refused') await this.upload(file, blob)
  }

  private forget(id: string): Attachment | undefined {
    const file = this.list.find((each) => each.id === id)
    this.files.delete(id)
    this.calls.delete(id)
    void discard(id)
    this.put(this.list.filter((each) => each.id !== id))
    return file
  }

  private change(id: string, by: Partial<Attachment>) {
    this.put(this.list.map((file) => (file.id === id ? { ...file, ...by } : file)))
  }

  private put(list: Attachment[]) {
    this.list = list
    writeTray(this.conversationId, list)
    for (const changed of this.watchers) changed()
  }
}

const NEW = { caption: '', voice: false, state: 'uploading', progress: 0 } as const

function factsOf({ type, size }: Blob) {
  return { type, size }
}

/** What can be known before a byte leaves. A type the browser doesn't know, or knows in part, is the server's to judge. */
function refusalOf(platform: Platform, { type, size }: Attachment) {
  const refused = (reason: Said, shrinkTo?: number) =>
    ({ state: 'refused', reason, shrinkTo }) as const
  if (size > UPLOAD_SIZE_MAX && !type.startsWith('image/'))
    return refused(`No platform takes files over ${toSize(UPLOAD_SIZE_MAX)}.`)
  if (type === '' && size > 0) return undefined
  const mimeType = asServerSees(type)
  const verdict = judgeFile(platform, PLATFORM_NAMES[platform], { mimeType, size })
  return 'reason' in verdict ? refused(verdict.reason, verdict.shrinkTo) : undefined
}

/** Browsers name no codec, and call tables and notes by names of their own; their bytes are plain text. */
function asServerSees(type: string): string {
  if (/^audio\/ogg/.test(type)) return 'audio/ogg; codecs=opus'
  return /^text\/(csv|markdown|x-log)/.test(type) ? 'text/plain' : type
}
