import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthCard } from '@/components/auth/auth-card'
import { SignOutForm } from '@/components/auth/sign-out-form'
import { pageTranslator } from '@/lib/auth/page-reader'
import { viewer } from '@/lib/auth/signed-in'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTranslator()
  return { title: t('signIn.page.signOut') }
}

/** For those who come by an address: inside the inbox, the account menu signs out at once. */
export default async function SignOutPage() {
  const person = await viewer()
  if (!person) redirect(paths.signIn)
  const { t } = await pageTranslator()
  return (
    <AuthCard title={t('signIn.signOut.title')} signedIn>
      <SignOutForm name={person.name} id={person.id} />
    </AuthCard>
  )
}
