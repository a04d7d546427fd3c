import type { Metadata } from 'next'
import Link from 'next/link'
import { AuthCard } from '@/components/auth/auth-card'
import { SetupForm } from '@/components/auth/setup-form'
import { paths } from '@/lib/paths'

export const metadata: Metadata = {
  title: 'Set up · stella-inbox',
  // The token is in the address: it must not travel on.
  referrer: 'no-referrer',
}

interface SetupPageProps {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !token) return <NoToken />
  return (
    <AuthCard title="Welcome. Who runs this inbox?">
      <SetupForm token={token} />
    </AuthCard>
  )
}

function NoToken() {
  return (
    <AuthCard title="This link is not complete">
      <p className="text-muted">
        Open the whole address that the server printed when it started for the first time. If
        somebody has set up this inbox already,{' '}
        <Link href={paths.signIn} className="text-accent-ink underline underline-offset-2">
          sign in
        </Link>
        .
      </p>
    </AuthCard>
  )
}
