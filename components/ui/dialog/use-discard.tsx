'use client'

import { useRef, useState } from 'react'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Button } from '../button'

/**
 * Asks before a dialog that something was typed into closes without it. `close` gives whether it may close at once;
 * `bar` is the question, to stand in the dialog.
 */
export function useDiscard(keeps: boolean, onClose: () => void) {
  const [isAsking, setAsking] = useState(false)
  const isTyped = useRef(false)
  const begin = () => {
    isTyped.current = false
    setAsking(false)
  }
  return {
    begin,
    onInput: () => {
      isTyped.current = true
    },
    close(): boolean {
      const asks = keeps && isTyped.current
      // Closing while it is asked is a second thought: back to what was typed.
      setAsking(asks && !isAsking)
      if (!asks) onClose()
      return !asks
    },
    bar: isAsking && <DiscardBar onKeep={() => setAsking(false)} onDiscard={onClose} />,
  }
}

function DiscardBar({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { t } = useTranslator()
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-2 border-t bg-wait-soft px-5 py-3 text-list text-wait"
    >
      <p className="min-w-40 flex-1 font-medium">{t('common.unsavedTitle')}</p>
      <Button variant="danger" onClick={onDiscard}>
        {t('common.discard')}
      </Button>
      <Button autoFocus onClick={onKeep}>
        {t('common.keepEditing')}
      </Button>
    </div>
  )
}
