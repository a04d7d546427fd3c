'use client'

import { History, Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Problem } from '@/components/ui/feedback/problem'
import { TitledPage } from '@/components/ui/titled-page'
import { toast } from '@/lib/client/browser/toast'
import { useFormKey, useUnsaved } from '@/lib/client/browser/unsaved'
import { useSetTags, useTags } from '@/lib/client/workspace/workspace-settings'
import { type WorkspaceTag, workspaceTagsSchema } from '@/lib/domain/workspace/workspace-tag'
import { toSaid } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { HistoryDialog } from './history-dialog'
import { TagRow } from './tag-row'

/** The words the workspace sorts conversations by. */
export function TagsPage() {
  const translator = useTranslator()
  const { t } = translator
  const tags = useTags()
  const formKey = useFormKey(tags.data)
  const [history, setHistory] = useState(false)
  return (
    <TitledPage
      title={t('workspace.tags.title')}
      about={t('workspace.tags.about')}
      actions={
        <Button onClick={() => setHistory(true)}>
          <History aria-hidden className="size-4" /> {t('workspace.history.open')}
        </Button>
      }
    >
      <Loaded query={tags} what={t('workspace.tags.what')}>
        {(saved) => <TagForm key={formKey} saved={saved} />}
      </Loaded>
      {history && (
        <HistoryDialog
          of={{ of: 'tags' }}
          title={t('workspace.history.ofTags')}
          onClose={() => setHistory(false)}
          show={(value) => toWords(value, translator)}
        />
      )}
    </TitledPage>
  )
}

function TagForm({ saved }: { saved: WorkspaceTag[] }) {
  const { t, say } = useTranslator()
  const [tags, setTags] = useState(saved)
  const save = useSetTags()
  const parsed = workspaceTagsSchema.safeParse({ tags })
  const isChanged = JSON.stringify(tags) !== JSON.stringify(saved)
  const issue = isChanged ? parsed.error?.issues[0] : undefined
  const problem = issue && say(toSaid(issue.message))
  useUnsaved(isChanged)
  const change = (index: number, tag: WorkspaceTag | undefined) =>
    setTags(tags.flatMap((each, at) => (at === index ? (tag ?? []) : each)))
  return (
    <div className="flex flex-col gap-3">
      {tags.length === 0 && <p className="text-list text-muted">{t('workspace.tags.empty')}</p>}
      <ul aria-label={t('workspace.tags.list')} className="flex flex-col gap-2">
        {tags.map((tag, index) => (
          <TagRow
            // biome-ignore lint/suspicious/noArrayIndexKey: names are typed, so places are all there is.
            key={index}
            tag={tag}
            number={index + 1}
            onChange={(next) => change(index, next)}
          />
        ))}
      </ul>
      <Problem>{problem}</Problem>
      <div className="flex gap-2">
        <Button onClick={() => setTags([...tags, { name: '', color: 'slate', description: '' }])}>
          <Plus aria-hidden className="size-4" /> {t('workspace.tags.add')}
        </Button>
        <Button
          variant="primary"
          pending={save.isPending}
          disabledReason={isChanged ? problem : t('workspace.unchanged')}
          onClick={() =>
            parsed.data &&
            save.mutate(parsed.data.tags, {
              onSuccess: (_, stored) => {
                setTags(stored)
                toast(t('workspace.tags.saved'))
              },
            })
          }
        >
          {t('common.save')}
        </Button>
      </div>
    </div>
  )
}

function toWords(value: unknown, { t, list }: Translator): string {
  const parsed = z.array(z.object({ name: z.string() })).safeParse(value)
  if (!parsed.success) return ''
  return list(parsed.data.map(({ name }) => name)) || t('workspace.tags.none')
}
