import type { Transaction } from '@/lib/db/client'
import { lockPerson } from '@/lib/db/people/people'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'

/**
 * Judges the right to manage people again, in the transaction that uses it: between the route and its turn under the
 * fold lock somebody may have been demoted or disabled. Throws `forbidden`.
 */
export async function assertMayManagePeople(tx: Transaction, adminId: string): Promise<void> {
  const admin = await lockPerson(tx, adminId)
  const isOpen = admin !== undefined && admin.disabledAt === null
  const refusal = isOpen
    ? forbiddenBecause(admin, 'manage-people')
    : reason('people.account.yoursDisabled')
  if (refusal) throw new AppError('forbidden', refusal)
}
