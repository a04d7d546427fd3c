'use client'

import { ActivitySquare, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Fact, FactList } from '@/components/ui/fact-list'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { useCheckConnection } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'
import { ProbeList } from './probe-list'
import { RemoveConnection } from './remove-connection'

/** One Stella app: where it is reached, and what it answers when asked. */
export function ConnectionCard({
  connection,
  onEdit,
}: {
  connection: ConnectionView
  onEdit: () => void
}) {
  const { t, say } = useTranslator()
  const check = useCheckConnection(connection.id)
  return (
    <li aria-label={connection.name} className="rounded-bubble border bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <h2 className="truncate font-semibold">{connection.name}</h2>
          <p className="text-list text-muted">
            {t('connection.screen.channels', { count: connection.channels })}
          </p>
        </div>
        <div className="flex gap-2">
          <Button pending={check.isPending} onClick={() => check.mutate()}>
            <ActivitySquare aria-hidden className="size-4" /> {t('connection.screen.check')}
          </Button>
          <Button onClick={onEdit}>
            <Pencil aria-hidden className="size-4" /> {t('common.edit')}
          </Button>
          <RemoveConnection connection={connection} />
        </div>
      </div>
      <ConnectionFacts connection={connection} />
      <FormError>{check.error ? say(failureOf(check.error)) : undefined}</FormError>
      {check.data && <ProbeList probes={check.data.items} />}
    </li>
  )
}

function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const { t, rich } = useTranslator()
  const code = (chunks: ReactNode) => <code>{chunks}</code>
  return (
    <FactList>
      <Fact name={t('connection.screen.accessToken')}>
        {rich('connection.screen.tokenSent', {
          last: connection.tokenHint,
          name: connection.tokenParam,
          hint: (chunks) => <span className="tabular-nums">{chunks}</span>,
          code,
        })}
      </Fact>
      <Fact name={t('connection.screen.botApi')}>{connection.botUrl}</Fact>
      <Fact name={t('connection.screen.restApi')}>{connection.restUrl}</Fact>
      <Fact name={t('connection.screen.fileApi')}>{connection.fileUrl}</Fact>
      <Fact name={t('connection.screen.messagesField')}>
        <code>{connection.responseKey}</code>
      </Fact>
      <Fact name={t('connection.screen.events')}>
        {rich('connection.screen.eventsSigned', {
          dialect: connection.dialect,
          header: connection.signatureHeader,
          code,
        })}
      </Fact>
    </FactList>
  )
}
