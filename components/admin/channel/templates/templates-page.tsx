'use client'

import { FileStack, Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { Select } from '@/components/ui/form/select'
import { useViewer } from '@/lib/client/people/use-viewer'
import { hasRole } from '@/lib/domain/people/role'
import type { Template } from '@/lib/domain/reply/template'
import type { ChannelRef } from '@/lib/view/conversation-view'
import { TemplateCatalogue } from './template-catalogue'
import { TemplateEditor, type TemplatePreview } from './template-editor'

interface TemplatesPageProps {
  channels: ChannelRef[]
  Preview: TemplatePreview
}

/** WhatsApp templates, a channel at a time: what agents may send once a reply window has closed. */
export function TemplatesPage({ channels, Preview }: TemplatesPageProps) {
  const viewer = useViewer()
  const [channelId, setChannelId] = useState(channels[0]?.id)
  const [edited, setEdited] = useState<Template | 'new'>()
  const channel = channels.find(({ id }) => id === channelId)
  if (!hasRole(viewer.role, 'admin'))
    return (
      <Notice icon={<Lock />} title="Templates is not open to you">
        Only admins keep the catalogue. In a conversation you can send what stands in it.
      </Notice>
    )
  if (!channel)
    return (
      <Notice icon={<FileStack />} title="No WhatsApp channel yet">
        Templates belong to a WhatsApp channel. Connect one first.
      </Notice>
    )
  return (
    <>
      <header className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-56 flex-1">
          <h1 className="text-lg leading-7 font-semibold text-balance">Templates</h1>
          <p className="text-list text-muted">
            What may be sent on WhatsApp when a reply window has closed. Stella has no documented
            list of them, so write each one down as WhatsApp approved it, word for word.
          </p>
        </div>
        <Button variant="primary" onClick={() => setEdited('new')}>
          <Plus aria-hidden className="size-4" />
          Add a template
        </Button>
      </header>
      {channels.length > 1 && (
        <div className="mb-4 max-w-72">
          <Select
            label="Channel"
            value={channel.id}
            choices={channels.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChannelId}
          />
        </div>
      )}
      <TemplateCatalogue
        key={channel.id}
        channelId={channel.id}
        onEdit={setEdited}
        onAdd={() => setEdited('new')}
      />
      {edited && (
        <TemplateEditor
          Preview={Preview}
          channel={channel}
          template={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}
