import type { Platform } from '@/lib/domain/channel/channel'
import type { Content } from '@/lib/domain/message/content'
import { contentRefusedBecause } from '@/lib/domain/reply/content-refusal'
import {
  filledTemplateContent,
  fillTemplate,
  templateUnfilledBecause,
} from '@/lib/domain/reply/fill-template'
import { toShownContent } from '@/lib/domain/reply/reply-content'
import type { Template } from '@/lib/domain/reply/template'
import { type Drafts, EMPTY_DRAFTS, type ExtraKind } from './kinds'

/** A draft as far as it has come: its bubble, and why it can't be sent yet. */
export interface Prepared {
  shown: Content | undefined
  reason: string | undefined
}

/** Judges a draft by the same rules as the server. */
export function toPrepared(
  draft: Drafts[ExtraKind],
  platform: Platform,
  templates: Template[] | undefined,
): Prepared {
  const refused = contentRefusedBecause(platform, draft)
  if (draft.type !== 'template')
    return { shown: isBlank(draft) ? undefined : toShownContent(draft), reason: refused }
  const template = templates?.find(({ id }) => id === draft.templateId)
  if (!template) return { shown: undefined, reason: refused ?? 'Choose a template first.' }
  return {
    shown: filledTemplateContent(fillTemplate(template, draft.values)),
    reason: refused ?? templateUnfilledBecause(template, draft.values),
  }
}

/** Nothing was written yet, or a place has no numbers: there is nothing to draw. */
function isBlank(draft: Exclude<Drafts[ExtraKind], { type: 'template' }>): boolean {
  if (draft === EMPTY_DRAFTS[draft.type]) return true
  return draft.type === 'location' && Number.isNaN(draft.latitude + draft.longitude)
}
