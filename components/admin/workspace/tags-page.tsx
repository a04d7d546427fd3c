'use client'

import { History, Plus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Problem } from '@/components/ui/feedback/problem'
import { TitledPage } from '@/components/ui/titled-page'
import { useFormKey, useUnsaved } from '@/lib/client/browser/unsaved'
import { useSetTags, useTags } from '@/lib/client/workspace/workspace-settings'
import { type WorkspaceTag, workspaceTagsSchema } from '@/lib/domain/workspace/workspace-tag'
import { HistoryDialog } from './history-dialog'
import { TagRow } from './tag-row'

/** The words the workspace sorts conversations by. */
export function TagsPage() {
  const tags = useTags()
  const formKey = useFormKey(tags.data)
  const [history, setHistory] = useState(false)
  return (
    <TitledPage
      title="Tags"
      about="The words this workspace sorts conversations by, in their order. What Stella calls a member’s tags stays with Stella."
      actions={
        <Button onClick={() => setHistory(true)}>
          <History aria-hidden className="size-4" /> History
        </Button>
      }
    >
      <Loaded query={tags} what="The tags">
        {(saved) => <TagForm key={formKey} saved={saved} />}
      </Loaded>
      {history && (
        <HistoryDialog
          of={{ of: 'tags' }}
          title="the tags"
          onClose={() => setHistory(false)}
          show={toWords}
        />
      )}
    </TitledPage>
  )
}

function TagForm({ saved }: { saved: WorkspaceTag[] }) {
  const [tags, setTags] = useState(saved)
  const save = useSetTags()
  const parsed = workspaceTagsSchema.safeParse({ tags })
  const isChanged = JSON.stringify(tags) !== JSON.stringify(saved)
  const problem = isChanged ? parsed.error?.issues[0]?.message : undefined
  useUnsaved(isChanged)
  const change = (index: number, tag: WorkspaceTag | undefined) =>
    setTags(tags.flatMap((each, at) => (at === index ? (tag ?? []) : each)))
  return (
    <div className="flex flex-col gap-3">
      {tags.length === 0 && <p className="text-list text-muted">No tags yet.</p>}
      <ul aria-label="Tags" className="flex flex-col gap-2">
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
          <Plus aria-hidden className="size-4" /> Add a tag
        </Button>
        <Button
          variant="primary"
          pending={save.isPending}
          disabledReason={isChanged ? problem : 'Nothing has changed.'}
          onClick={() =>
            parsed.data &&
            save.mutate(parsed.data.tags, {
              onSuccess: (_, stored) => {
                setTags(stored)
                toast('The tags are saved.')
              },
            })
          }
        >
          Save
        </Button>
      </div>
    </div>
  )
}

function toWords(value: unknown): string {
  const parsed = z.array(z.object({ name: z.string() })).safeParse(value)
  if (!parsed.success) return ''
  return parsed.data.map(({ name }) => name).join(', ') || 'No tags'
}
