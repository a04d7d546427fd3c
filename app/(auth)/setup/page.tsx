import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '@/components/auth/auth-card'
import { SetupForm } from '@/components/auth/setup-form'
import { pageTranslator } from '@/lib/auth/page-reader'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return {
    title: t('signIn.page.setup'),
    // The token is in the address: it must not travel on.
    referrer: 'no-referrer',
  }
}

interface SetupPageProps {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !token) return <NoToken />
  const { t } = await pageTranslator()
  return (
    <AuthCard title={t('signIn.setup.title')}>
      <SetupForm token={token} />
    </AuthCard>
  )
}

async function NoToken() {
  const { t, rich } = await pageTranslator()
  return (
    <AuthCard title={t('signIn.setup.incomplete')}>
      <p className="text-muted">
        {rich('signIn.setup.incompleteAbout', {
          link: (words) => (
            <Link href={paths.signIn} className="text-accent-ink underline underline-offset-2">
              {words}
            </Link>
          ),
        })}
      </p>
    </AuthCard>
  )
}
