import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '@/components/auth/auth-card'
import { JoinForm } from '@/components/auth/join-form'
import { describeLink } from '@/lib/admin/people/spend-link'
import { pageTranslator } from '@/lib/auth/page-reader'
import { viewer } from '@/lib/auth/signed-in'
import { paths } from '@/lib/paths'
import { getRuntime } from '@/lib/runtime'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return {
    title: t('signIn.page.welcome'),
    // The token is in the address: it must not travel on.
    referrer: 'no-referrer',
  }
}

interface JoinPageProps {
  searchParams: Promise<{ token?: string | string[] }>
}

/** Where a one-time link leads: to join, or to choose a new password. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { token } = await searchParams
  const link =
    typeof token === 'string' && token.length <= 200
      ? await describeLink(getRuntime().ctx, token)
      : undefined
  if (!link || typeof token !== 'string') return <DeadLink />
  const { t } = await pageTranslator()
  const title = t(link.purpose === 'invite' ? 'signIn.join.welcome' : 'signIn.join.newPassword')
  return (
    <AuthCard title={title} signedIn={(await viewer()) !== undefined}>
      <JoinForm token={token} {...link} />
    </AuthCard>
  )
}

async function DeadLink() {
  const { t, rich } = await pageTranslator()
  return (
    <AuthCard title={t('signIn.join.dead')} signedIn={(await viewer()) !== undefined}>
      <p className="text-muted">
        {rich('signIn.join.deadAbout', {
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
