'use client'

import { History, Radio } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { Problem } from '@/components/ui/feedback/problem'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { TitledPage } from '@/components/ui/titled-page'
import { toast } from '@/lib/client/browser/toast'
import { leaveOrAsk, useFormKey, useUnsaved } from '@/lib/client/browser/unsaved'
import {
  type ConfiguredChannel,
  useConfiguredChannels,
  useSaveChannelSettings,
} from '@/lib/client/workspace/workspace-settings'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { type Said, toSaid } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { HistoryDialog } from './history-dialog'

interface ChannelFormsProps {
  title: string
  about: string
  /** The part of a channel's settings that this page is about. */
  form: (settings: ChannelSettings, change: (part: Partial<ChannelSettings>) => void) => ReactNode
  /** The same part of an old version, line by line. */
  show: (settings: ChannelSettings) => Said[]
}

/** A page on one part of what is decided for channels, channel by channel, with history. */
export function ChannelForms({ title, about, form, show }: ChannelFormsProps) {
  const { t } = useTranslator()
  const channels = useConfiguredChannels()
  const [chosen, setChosen] = useState<string>()
  const formKey = useFormKey(channels.data)
  return (
    <TitledPage title={title} about={about}>
      <Loaded query={channels} what={t('workspace.channels.what')}>
        {(all) => {
          const channel = all.find(({ id }) => id === chosen) ?? all[0]
          if (!channel) return <NoChannel />
          return (
            <>
              <div className="mb-4 max-w-xs">
                <ChoiceField
                  label={t('workspace.channels.channel')}
                  value={channel.id}
                  choices={all.map(({ id, name }) => ({ value: id, label: name }))}
                  onChoice={(id) => leaveOrAsk(() => setChosen(id))}
                />
              </div>
              <ChannelForm
                key={`${channel.id} ${formKey}`}
                channel={channel}
                form={form}
                show={show}
              />
            </>
          )
        }}
      </Loaded>
    </TitledPage>
  )
}

interface ChannelFormProps extends Pick<ChannelFormsProps, 'form' | 'show'> {
  channel: ConfiguredChannel
}

function ChannelForm({ channel, form, show }: ChannelFormProps) {
  const { t, say } = useTranslator()
  const [settings, setSettings] = useState(channel.settings)
  const [history, setHistory] = useState(false)
  const save = useSaveChannelSettings()
  const parsed = channelSettingsSchema.safeParse(settings)
  const isChanged = JSON.stringify(settings) !== JSON.stringify(channel.settings)
  const issue = isChanged ? parsed.error?.issues[0] : undefined
  const problem = issue && say(toSaid(issue.message))
  useUnsaved(isChanged)
  return (
    <section aria-label={channel.name} className="rounded-bubble border bg-surface p-5 max-md:p-4">
      <div className="flex flex-col gap-4">
        {form(settings, (part) => setSettings({ ...settings, ...part }))}
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          pending={save.isPending}
          disabledReason={isChanged ? problem : t('workspace.unchanged')}
          onClick={() =>
            parsed.data &&
            save.mutate(
              { id: channel.id, settings: parsed.data },
              {
                onSuccess: (_, stored) => {
                  setSettings(stored.settings)
                  toast(t('workspace.channels.saved', { name: channel.name }))
                },
              },
            )
          }
        >
          {t('common.save')}
        </Button>
        <Button onClick={() => setHistory(true)}>
          <History aria-hidden className="size-4" /> {t('workspace.history.open')}
        </Button>
        <Problem>{problem}</Problem>
      </div>
      {history && (
        <HistoryDialog
          of={{ of: 'channel', id: channel.id }}
          title={t('workspace.history.of', { name: channel.name })}
          onClose={() => setHistory(false)}
          show={(value) => {
            const old = channelSettingsSchema.safeParse(value)
            return old.success ? show(old.data).map(say).join('\n') : ''
          }}
        />
      )}
    </section>
  )
}

function NoChannel() {
  const { t } = useTranslator()
  return (
    <Notice
      icon={<Radio />}
      title={t('workspace.channels.empty')}
      action={
        <Link href={paths.admin.channels} className="text-accent-ink underline underline-offset-2">
          {t('workspace.channels.connect')}
        </Link>
      }
    >
      {t('workspace.channels.emptyAbout')}
    </Notice>
  )
}
