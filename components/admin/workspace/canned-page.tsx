'use client'

import { MessageSquareQuote, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { Notice } from '@/components/ui/feedback/notice'
import { Field } from '@/components/ui/form/field'
import { TitledPage } from '@/components/ui/titled-page'
import { useAction } from '@/lib/client/browser/actions'
import { useCannedReplies } from '@/lib/client/workspace/workspace-settings'
import { type CannedReply, findCanned } from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'
import { CannedDialog } from './canned-dialog'
import { CannedHistory } from './canned-history'
import { CannedRow } from './canned-row'

/** The answers that agents put in with a slash. */
export function CannedPage() {
  const { t, compare } = useTranslator()
  const replies = useCannedReplies()
  const [editing, setEditing] = useState<CannedReply>()
  const [history, setHistory] = useState<CannedReply>()
  const [search, setSearch] = useState('')
  const add = () => setEditing(emptyReply())
  useAction({ id: 'add-canned', label: t('workspace.canned.new'), section: 'admin', run: add })
  return (
    <TitledPage
      title={t('workspace.canned.title')}
      about={t('workspace.canned.about')}
      actions={
        <Button variant="primary" onClick={add}>
          <Plus aria-hidden className="size-4" /> {t('workspace.canned.new')}
        </Button>
      }
    >
      <Loaded query={replies} what={t('workspace.canned.what')}>
        {(all) =>
          all.length === 0 ? (
            <Notice
              icon={<MessageSquareQuote />}
              title={t('workspace.canned.empty')}
              action={<Button onClick={add}>{t('workspace.canned.first')}</Button>}
            >
              {t('workspace.canned.emptyAbout')}
            </Notice>
          ) : (
            <>
              <div className="mb-4 max-w-xs">
                <Field
                  label={t('common.search')}
                  type="search"
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              </div>
              <Folders
                replies={findCanned(all, search, undefined, compare)}
                onEdit={setEditing}
                onHistory={setHistory}
              />
            </>
          )
        }
      </Loaded>
      {editing && <CannedDialog reply={editing} onClose={() => setEditing(undefined)} />}
      {history && <CannedHistory reply={history} onClose={() => setHistory(undefined)} />}
    </TitledPage>
  )
}

interface FoldersProps {
  replies: CannedReply[]
  onEdit: (reply: CannedReply) => void
  onHistory: (reply: CannedReply) => void
}

function Folders({ replies, onEdit, onHistory }: FoldersProps) {
  const { t, compare } = useTranslator()
  const folders = [...new Set(replies.map(({ folder }) => folder))].sort(compare)
  if (replies.length === 0)
    return <p className="py-6 text-center text-list text-muted">{t('common.noResults')}</p>
  return folders.map((folder) => (
    <section key={folder} aria-label={folder || t('workspace.canned.noFolder')} className="mb-5">
      <h2 className="mb-2 text-meta font-semibold text-muted">
        {folder || t('workspace.canned.noFolder')}
      </h2>
      <ul className="divide-y rounded-bubble border bg-surface">
        {replies
          .filter((reply) => reply.folder === folder)
          .map((reply) => (
            <CannedRow
              key={reply.id}
              reply={reply}
              onEdit={() => onEdit(reply)}
              onHistory={() => onHistory(reply)}
            />
          ))}
      </ul>
    </section>
  ))
}

function emptyReply(): CannedReply {
  const id = crypto.randomUUID()
  return { id, title: '', folder: '', texts: [{ language: 'en', text: '' }] }
}
