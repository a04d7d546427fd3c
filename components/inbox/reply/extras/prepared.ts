import type { Platform } from '@/lib/domain/channel/channel'
import type { Content } from '@/lib/domain/message/content'
import { filledTemplateContent, fillTemplate } from '@/lib/domain/reply/fill-template'
import { refusedBecause } from '@/lib/domain/reply/refusal'
import { toShownContent } from '@/lib/domain/reply/reply-content'
import type { Template } from '@/lib/domain/reply/template'
import type { Reason } from '@/lib/i18n/reason'
import { type Drafts, EMPTY_DRAFTS, type ExtraKind } from './kinds'

/** A draft as far as it has come: its bubble, and why it can't be sent yet. */
export interface Prepared {
  shown: Content | undefined
  reason: Reason | undefined
}

/** Judges a draft by the same rules as the server. */
export function toPrepared(
  draft: Drafts[ExtraKind],
  platform: Platform,
  templates: Template[] | undefined,
): Prepared {
  if (draft.type !== 'template')
    return {
      shown: isBlank(draft) ? undefined : toShownContent(draft),
      reason: refusedBecause(platform, draft),
    }
  const template = templates?.find(({ id }) => id === draft.templateId)
  return {
    shown: template && filledTemplateContent(fillTemplate(template, draft.values)),
    reason: refusedBecause(platform, draft, template),
  }
}

/** Nothing was written yet, or a place has no numbers: there is nothing to draw. */
function isBlank(draft: Exclude<Drafts[ExtraKind], { type: 'template' }>): boolean {
  if (draft === EMPTY_DRAFTS[draft.type]) return true
  return draft.type === 'location' && Number.isNaN(draft.latitude + draft.longitude)
}
