import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import type { Platform } from '../channel/channel'

/** What a file is sent as: IMAGE, AUDIO, VIDEO or FILE of sendResponses (Facts §4). */
export const SENT_KINDS = ['image', 'video', 'audio', 'file'] as const
export type SentKind = (typeof SENT_KINDS)[number]

interface Limit {
  /** MIME types; a star stands for the rest. */
  types: string[]
  sizeMax: number
}

const MB = 1024 * 1024

const OFFICE = [
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]

/** For platforms whose pages name the kinds but no limits (Facts §4.5): Stella's own suggestion of 25 MB. */
const UNNAMED: Partial<Record<SentKind, Limit>> = {
  image: { types: ['image/jpeg', 'image/png', 'image/gif'], sizeMax: 25 * MB },
  video: { types: ['video/mp4'], sizeMax: 25 * MB },
  audio: { types: ['audio/*'], sizeMax: 25 * MB },
  file: { types: ['*'], sizeMax: 25 * MB },
}

/** The smaller of Stella's and the platform's own limit (Facts §4.1–§4.5, §7.5). A kind that is absent can't be sent. */
const LIMITS: Record<Platform, Partial<Record<SentKind, Limit>>> = {
  whatsapp: {
    image: { types: ['image/jpeg', 'image/png'], sizeMax: 5 * MB },
    video: { types: ['video/mp4', 'video/3gpp'], sizeMax: 16 * MB },
    audio: {
      types: [
        'audio/aac',
        'audio/amr',
        'audio/mpeg',
        'audio/mp4',
        'audio/x-m4a',
        'audio/ogg; codecs=opus',
      ],
      sizeMax: 16 * MB,
    },
    file: { types: ['text/plain', 'application/pdf', ...OFFICE], sizeMax: 25 * MB },
  },
  messenger: {
    // An older page says 25 MB, the later one 2 MB.
    image: {
      types: ['image/jpeg', 'image/png', 'image/gif', 'image/tiff', 'image/bmp'],
      sizeMax: 2 * MB,
    },
    video: { types: ['video/mp4'], sizeMax: 25 * MB },
    audio: { types: ['audio/*'], sizeMax: 25 * MB },
    file: { types: ['application/pdf'], sizeMax: 25 * MB },
  },
  instagram: {
    image: { types: ['image/jpeg', 'image/png', 'image/bmp', 'image/x-icon'], sizeMax: 8 * MB },
  },
  wechat: {
    image: { types: ['image/jpeg', 'image/png'], sizeMax: 25 * MB },
    video: { types: ['video/mp4'], sizeMax: 25 * MB },
    audio: { types: ['audio/mpeg'], sizeMax: 25 * MB },
  },
  web: UNNAMED,
  slack: UNNAMED,
  telegram: UNNAMED,
}

/** No platform takes more, so nothing larger is ever uploaded. */
export const UPLOAD_SIZE_MAX = Math.max(
  ...Object.values(LIMITS).flatMap((kinds) => Object.values(kinds).map(({ sizeMax }) => sizeMax)),
)

export interface FileFacts {
  mimeType: string
  /** Bytes. */
  size: number
}

export type FileVerdict =
  | { kind: SentKind }
  /** `shrinkTo`: a picture of at most so many bytes would be taken. */
  | { reason: Reason; shrinkTo?: number }

/** As what a platform takes a file, or why not. Screen and server share it. */
export function judgeFile(
  platform: Platform,
  platformName: Said,
  { mimeType, size }: FileFacts,
): FileVerdict {
  const limits = LIMITS[platform]
  if (size === 0) return { reason: reason('media.judged.empty') }
  const kind = SENT_KINDS.find((each) => takes(limits[each], mimeType))
  const limit = kind && limits[kind]
  if (!kind || !limit) return refuseType(limits, platformName, mimeType)
  if (size <= limit.sizeMax) return { kind }
  const tooLarge = reason('media.judged.tooLarge', {
    kind,
    platform: platformName,
    size: { bytes: size, round: 'up' },
    max: { bytes: limit.sizeMax },
  })
  return kind === 'image' ? { reason: tooLarge, shrinkTo: limit.sizeMax } : { reason: tooLarge }
}

function refuseType(limits: (typeof LIMITS)[Platform], platformName: Said, mimeType: string) {
  const image = limits.image
  // Browsers can turn any picture they can read into a JPEG.
  const shrinkTo = image && mimeType.startsWith('image/') ? image.sizeMax : undefined
  const type = mimeType.split(';')[0] ?? mimeType
  return { reason: reason('media.judged.type', { platform: platformName, type }), shrinkTo }
}

/** Whether the caption of a file travels in the same message; else it follows as one of its own (Facts §4.1, §7.5). */
export function carriesCaption(platform: Platform, kind: SentKind): boolean {
  if (kind === 'image') return platform === 'whatsapp'
  return kind === 'video' && platform === 'whatsapp'
}

/** Endings and types for the file picker of the browser. */
export function toAccept(platform: Platform): string {
  const types = Object.values(LIMITS[platform]).flatMap((limit) => limit.types)
  if (types.includes('*')) return ''
  const named = types.flatMap((type) => type.split(';')[0] ?? [])
  return [...named, ...(named.includes('text/plain') ? ['.csv', '.md', '.log'] : [])].join(',')
}

/** The types of a recording that the platform takes, best first. */
export function recordingType(platform: Platform): string | undefined {
  const audio = LIMITS[platform].audio
  return ['audio/ogg; codecs=opus', 'audio/mp4'].find((type) => takes(audio, type))
}

function takes(limit: Limit | undefined, mimeType: string): boolean {
  return (
    limit?.types.some((type) => {
      if (type === '*') return !/^(image|audio|video)\//.test(mimeType)
      return type.endsWith('/*') ? mimeType.startsWith(type.slice(0, -1)) : type === mimeType
    }) ?? false
  )
}
