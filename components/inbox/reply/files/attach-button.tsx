'use client'

import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useAction } from '@/lib/client/browser/actions'
import type { Tray } from '@/lib/client/reply/attachments/tray'
import type { Platform } from '@/lib/domain/channel/channel'
import { toAccept } from '@/lib/domain/media/file-limits'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Picks files for the reply, as many as wanted. */
export function AttachButton({ tray, platform }: { tray: Tray | undefined; platform: Platform }) {
  const { t } = useTranslator()
  const input = useRef<HTMLInputElement>(null)
  const pick = () => input.current?.click()
  useAction({
    id: 'attach',
    label: t('composer.files.attach'),
    keys: 'f',
    section: 'conversation',
    run: pick,
  })
  return (
    <>
      <IconButton label={t('composer.files.attach')} keys="F" onClick={pick}>
        <Paperclip className="size-4" />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.files.input')}
        accept={toAccept(platform)}
        onChange={({ currentTarget }) => {
          tray?.add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}
