import { AppError } from '@/lib/errors'
import { forAnyone } from '@/lib/http/for-agent'
import { reason } from '@/lib/i18n/reason'

/** Every address under `/api` that no other route answers: 404 in words, by every method. */
const refuse = forAnyone(async () => {
  throw new AppError('not_found', reason('failure.noSuchAddress'))
})

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
