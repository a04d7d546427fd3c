import type { Transaction } from '@/lib/db/client'
import { lockPerson } from '@/lib/db/people/people'
import { forbiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'

/**
 * Judges the right to manage people again, in the transaction that uses it: between the route and its turn under the
 * fold lock somebody may have been demoted or disabled. Throws `forbidden`.
 */
export async function assertMayManagePeople(tx: Transaction, adminId: string): Promise<void> {
  const admin = await lockPerson(tx, adminId)
  const isOpen = admin !== undefined && admin.disabledAt === null
  const reason = isOpen ? forbiddenBecause(admin, 'manage-people') : 'Your account is disabled.'
  if (reason) throw new AppError('forbidden', reason)
}
