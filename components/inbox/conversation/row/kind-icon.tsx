import {
  AudioLines,
  Camera,
  Contact,
  FileText,
  GalleryHorizontal,
  LayoutTemplate,
  List,
  type LucideIcon,
  MapPin,
  Mic,
  ShoppingBag,
  Sticker,
  Video,
} from 'lucide-react'
import type { MessageKind } from '@/lib/domain/message/content'

const ICONS: Partial<Record<MessageKind, LucideIcon>> = {
  image: Camera,
  video: Video,
  audio: AudioLines,
  voice: Mic,
  file: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: Contact,
  order: ShoppingBag,
  cards: GalleryHorizontal,
  list: List,
  template: LayoutTemplate,
}

/** A sign before the preview of what is not text. The preview itself says it in words. */
export function KindIcon({ kind }: { kind?: MessageKind }) {
  const Icon = kind && ICONS[kind]
  return Icon ? <Icon aria-hidden className="mr-1 inline size-3.5 align-[-2px]" /> : null
}
