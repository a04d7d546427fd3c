import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthCard } from '@/components/auth/auth-card'
import { SignInForm } from '@/components/auth/sign-in-form'
import { viewer } from '@/lib/auth/signed-in'
import { toSafeCallback } from '@/lib/client/people/safe-callback'

export const metadata: Metadata = { title: 'Sign in · stella-inbox' }

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl } = await searchParams
  const goTo = toSafeCallback(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await viewer()) redirect(goTo)
  return (
    <AuthCard title="Sign in to stella-inbox">
      <SignInForm goTo={goTo} />
    </AuthCard>
  )
}
