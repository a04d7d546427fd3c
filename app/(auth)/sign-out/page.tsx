import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthCard } from '@/components/auth/auth-card'
import { SignOutForm } from '@/components/auth/sign-out-form'
import { viewer } from '@/lib/auth/signed-in'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Sign out · stella-inbox' }

/** For those who come by an address: inside the inbox, the account menu signs out at once. */
export default async function SignOutPage() {
  const person = await viewer()
  if (!person) redirect(paths.signIn)
  return (
    <AuthCard title="Sign out of stella-inbox?">
      <SignOutForm name={person.name} id={person.id} />
    </AuthCard>
  )
}
