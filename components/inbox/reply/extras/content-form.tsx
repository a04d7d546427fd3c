'use client'

import type { useReplyTemplates } from '@/lib/client/channel/templates'
import type { Platform } from '@/lib/domain/channel/channel'
import { ButtonsForm } from './buttons-form'
import { CarouselForm } from './carousel-form'
import { ContactsForm } from './contacts-form'
import type { Drafts, ExtraKind } from './kinds'
import { ListForm } from './list-form'
import { LocationForm } from './location-form'
import { QuickRepliesForm } from './quick-replies-form'
import { TemplateForm } from './template-form'

interface ContentFormProps {
  draft: Drafts[ExtraKind]
  onChange: (draft: Drafts[ExtraKind]) => void
  platform: Platform
  templates: ReturnType<typeof useReplyTemplates>
}

/** The form of one kind of content. */
export function ContentForm({ draft, templates, ...rest }: ContentFormProps) {
  switch (draft.type) {
    case 'location':
      return <LocationForm draft={draft} {...rest} />
    case 'contacts':
      return <ContactsForm draft={draft} {...rest} />
    case 'quick-replies':
      return <QuickRepliesForm draft={draft} {...rest} />
    case 'buttons':
      return <ButtonsForm draft={draft} {...rest} />
    case 'list':
      return <ListForm draft={draft} {...rest} />
    case 'carousel':
      return <CarouselForm draft={draft} {...rest} />
    case 'template':
      return <TemplateForm draft={draft} templates={templates} {...rest} />
  }
}
