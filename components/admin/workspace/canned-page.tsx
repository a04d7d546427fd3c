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
import { CannedDialog } from './canned-dialog'
import { CannedHistory } from './canned-history'
import { CannedRow } from './canned-row'

/** The answers that agents put in with a slash. */
export function CannedPage() {
  const replies = useCannedReplies()
  const [editing, setEditing] = useState<CannedReply>()
  const [history, setHistory] = useState<CannedReply>()
  const [search, setSearch] = useState('')
  const add = () => setEditing(emptyReply())
  useAction({ id: 'add-canned', label: 'New canned reply', section: 'admin', run: add })
  return (
    <TitledPage
      title="Canned replies"
      about="Agents put them in by typing / in an empty reply. The member’s language is taken first."
      actions={
        <Button variant="primary" onClick={add}>
          <Plus aria-hidden className="size-4" /> New canned reply
        </Button>
      }
    >
      <Loaded query={replies} what="The canned replies">
        {(all) =>
          all.length === 0 ? (
            <Notice
              icon={<MessageSquareQuote />}
              title="No canned replies yet"
              action={<Button onClick={add}>Write the first one</Button>}
            >
              What is answered every day is best written once.
            </Notice>
          ) : (
            <>
              <div className="mb-4 max-w-xs">
                <Field
                  label="Find"
                  type="search"
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              </div>
              <Folders
                replies={findCanned(all, search, undefined)}
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
  const folders = [...new Set(replies.map(({ folder }) => folder))].sort((a, b) =>
    a.localeCompare(b),
  )
  if (replies.length === 0)
    return <p className="py-6 text-center text-list text-muted">Nothing matches.</p>
  return folders.map((folder) => (
    <section key={folder} aria-label={folder || 'No folder'} className="mb-5">
      <h2 className="mb-2 text-meta font-semibold text-muted">{folder || 'No folder'}</h2>
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
