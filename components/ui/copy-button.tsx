'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { toastProblem } from '@/lib/client/browser/toast'
import { useTranslator } from '@/lib/i18n/use-translator'

const SHOWN_MS = 1_500

/** Copies a value; a tick tells that it worked. `what` is named in the tooltip. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { t } = useTranslator()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      toastProblem(t('common.copyFailed'))
    }
  }

  const Icon = copied ? Check : Copy
  return (
    <IconButton
      label={copied ? t('common.copied') : t('common.copyWhat', { what })}
      onClick={copy}
      // Smaller to the eye than to the pointer.
      className="relative size-6 after:absolute after:-inset-1 max-md:-my-2.5 max-md:size-11"
    >
      <Icon className="size-3.5" />
    </IconButton>
  )
}
