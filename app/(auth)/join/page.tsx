import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '@/components/auth/auth-card'
import { JoinForm } from '@/components/auth/join-form'
import { describeLink } from '@/lib/admin/people/spend-link'
import { paths } from '@/lib/paths'
import { getRuntime } from '@/lib/runtime'

export const metadata: Metadata = {
  title: 'Welcome · stella-inbox',
  // The token is in the address: it must not travel on.
  referrer: 'no-referrer',
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
  return (
    <AuthCard title={link.purpose === 'invite' ? 'Welcome. Who are you?' : 'Choose a new password'}>
      <JoinForm token={token} {...link} />
    </AuthCard>
  )
}

function DeadLink() {
  return (
    <AuthCard title="This link is not valid any more">
      <p className="text-muted">
        It was used, replaced or withdrawn, or it is too old. Ask an admin for a new one. If you
        have a password,{' '}
        <Link href={paths.signIn} className="text-accent-ink underline underline-offset-2">
          sign in
        </Link>
        .
      </p>
    </AuthCard>
  )
}
