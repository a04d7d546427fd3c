'use client'

import { useEffect } from 'react'
import { reloadIfReplaced } from '@/lib/client/browser/reload-tab'
import { useTranslator } from '@/lib/i18n/use-translator'
import { ErrorScreen } from './error-screen'

export interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error: { digest }, reset }: ErrorPageProps) {
  const { t } = useTranslator()
  useEffect(() => void reloadIfReplaced(), [])
  return (
    <ErrorScreen title={t('failure.screen.title')} retry={t('common.retry')} onRetry={reset}>
      {digest
        ? t('failure.screen.withNumber', { number: digest })
        : t('failure.screen.withoutNumber')}
    </ErrorScreen>
  )
}
