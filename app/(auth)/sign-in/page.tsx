import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthCard } from '@/components/auth/auth-card'
import { SignInForm } from '@/components/auth/sign-in-form'
import { pageTranslator } from '@/lib/auth/page-reader'
import { viewer } from '@/lib/auth/signed-in'
import { toSafeCallback } from '@/lib/client/people/safe-callback'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.signIn') }
}

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl } = await searchParams
  const goTo = toSafeCallback(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await viewer()) redirect(goTo)
  const { t } = await pageTranslator()
  return (
    <AuthCard title={t('signIn.title')}>
      <SignInForm goTo={goTo} />
    </AuthCard>
  )
}
