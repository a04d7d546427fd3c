'use client'

import { FileStack, Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { Select } from '@/components/ui/form/select'
import { useViewer } from '@/lib/client/people/use-viewer'
import { hasRole } from '@/lib/domain/people/role'
import type { Template } from '@/lib/domain/reply/template'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelRef } from '@/lib/view/conversation-view'
import { TemplateCatalogue } from './template-catalogue'
import { TemplateEditor, type TemplatePreview } from './template-editor'

interface TemplatesPageProps {
  channels: ChannelRef[]
  Preview: TemplatePreview
}

/** WhatsApp templates, a channel at a time: what agents may send once a reply window has closed. */
export function TemplatesPage({ channels, Preview }: TemplatesPageProps) {
  const { t } = useTranslator()
  const viewer = useViewer()
  const [channelId, setChannelId] = useState(channels[0]?.id)
  const [edited, setEdited] = useState<Template | 'new'>()
  const channel = channels.find(({ id }) => id === channelId)
  if (!hasRole(viewer.role, 'admin'))
    return (
      <Notice icon={<Lock />} title={t('channelAdmin.templates.noAccess')}>
        {t('channelAdmin.templates.noAccessText')}
      </Notice>
    )
  if (!channel)
    return (
      <Notice icon={<FileStack />} title={t('channelAdmin.templates.noChannel')}>
        {t('channelAdmin.templates.noChannelText')}
      </Notice>
    )
  return (
    <>
      <PageHead onAdd={() => setEdited('new')} />
      {channels.length > 1 && (
        <div className="mb-4 max-w-72">
          <Select
            label={t('channelAdmin.templates.channel')}
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

function PageHead({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslator()
  return (
    <header className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-56 flex-1">
        <h1 className="text-lg leading-7 font-semibold text-balance">
          {t('channelAdmin.templates.title')}
        </h1>
        <p className="text-list text-muted">{t('channelAdmin.templates.about')}</p>
      </div>
      <Button variant="primary" onClick={onAdd}>
        <Plus aria-hidden className="size-4" />
        {t('channelAdmin.templates.add')}
      </Button>
    </header>
  )
}
