'use client'

import { Plug } from 'lucide-react'
import Link from 'next/link'
import { Notice } from '@/components/ui/feedback/notice'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

/** What comes before everything else: without a Stella app there is nothing to work with. */
export function NoConnection() {
  const { t } = useTranslator()
  return (
    <Notice
      icon={<Plug />}
      title={t('connection.screen.missing')}
      action={
        <Link href={paths.admin.connections} className="text-accent-ink underline">
          {t('connection.screen.open')}
        </Link>
      }
    >
      {t('connection.screen.missingText')}
    </Notice>
  )
}
