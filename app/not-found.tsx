import { Notice } from '@/components/ui/feedback/notice'
import { FullPage } from '@/components/ui/full-page'
import { pageTranslator } from '@/lib/auth/page-reader'
import { paths } from '@/lib/paths'
import { PlainSign } from './plain-sign'

export default async function NotFound() {
  const { t } = await pageTranslator()
  return (
    <FullPage>
      <Notice
        icon={<PlainSign name="compass" />}
        title={t('failure.notFound.title')}
        action={
          <a
            href={paths.inbox()}
            className="inline-flex h-10 items-center max-md:h-11 rounded-control bg-accent px-4 font-medium text-accent-text hover:bg-accent-strong"
          >
            {t('failure.notFound.action')}
          </a>
        }
      >
        {t('failure.notFound.about')}
      </Notice>
    </FullPage>
  )
}
