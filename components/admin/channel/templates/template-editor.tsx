'use client'

import { type ComponentType, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { failureOf } from '@/lib/client/api'
import { useSaveTemplate } from '@/lib/client/channel/templates'
import { useViewer } from '@/lib/client/people/use-viewer'
import type { Content } from '@/lib/domain/message/content'
import type { Viewer } from '@/lib/domain/people/viewer'
import { filledTemplateContent, fillTemplate } from '@/lib/domain/reply/fill-template'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import type { Template, TemplateInput } from '@/lib/domain/reply/template'
import { toSaid } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelRef } from '@/lib/view/conversation-view'
import { TemplateFields } from './template-fields'

/** Draws what a member will see. It is the thread's own bubble, handed in by the page. */
export type TemplatePreview = ComponentType<{
  content: Content | undefined
  channel: ChannelRef
  memberName: string
  viewer: Viewer
}>

interface TemplateEditorProps {
  Preview: TemplatePreview
  channel: ChannelRef
  /** Absent: a new one. */
  template?: Template
  onClose: () => void
}

const EMPTY: TemplateInput = {
  name: '',
  language: 'en',
  header: undefined,
  body: '',
  footer: undefined,
  buttons: [],
}

/** Writes a template down, with the bubble the member will see beside it. */
export function TemplateEditor({ Preview, channel, template, onClose }: TemplateEditorProps) {
  const { t, say } = useTranslator()
  const viewer = useViewer()
  const saving = useSaveTemplate(channel.id)
  const [draft, setDraft] = useState<TemplateInput>(() => withoutId(template))
  const parsed = templateSchema.safeParse(draft)
  const issue = parsed.error?.issues[0]
  const blocked = issue && say(toSaid(issue.message))
  const save = () => {
    if (parsed.data)
      saving.mutate({ id: template?.id, template: parsed.data }, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={template ? t('channelAdmin.template.editTitle') : t('channelAdmin.template.addTitle')}
      description={t('channelAdmin.template.about', {
        channel: channel.name,
        first: '{{1}}',
        second: '{{2}}',
      })}
      className="max-w-3xl max-md:top-3 max-md:max-h-[calc(100dvh-24px)]"
    >
      <form
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="thin-scroll flex min-h-0 flex-1 overflow-y-auto max-md:flex-col">
          <div className="flex min-w-0 flex-1 flex-col gap-3.5 p-5">
            <TemplateFields draft={draft} onChange={setDraft} />
          </div>
          <Preview
            content={draft.body ? filledTemplateContent(fillTemplate(draft, [])) : undefined}
            channel={channel}
            memberName=""
            viewer={viewer}
          />
        </div>
        <div className="flex items-center gap-3 border-t px-5 py-3">
          <p role="status" className="min-w-0 flex-1 text-list text-muted">
            {blocked}
            {!blocked && saving.error && (
              <span className="text-bad">{say(failureOf(saving.error))}</span>
            )}
          </p>
          <Button
            variant="primary"
            type="submit"
            pending={saving.isPending}
            disabledReason={blocked}
          >
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function withoutId(template: Template | undefined): TemplateInput {
  if (!template) return EMPTY
  const { id: _, ...draft } = template
  return draft
}
