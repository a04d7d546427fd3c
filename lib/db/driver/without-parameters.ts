import { DrizzleQueryError } from 'drizzle-orm/errors'

interface Session {
  prepareQuery(...given: unknown[]): { execute(...given: unknown[]): Promise<unknown> }
}

/**
 * Drizzle writes what a statement was given (session ids, e-mails) into the message of an error, and messages are printed
 * in many places, by Next too. Here they lose it, before anybody sees them.
 */
export function withoutParameters<Orm extends object>(orm: Orm): Orm {
  const { session } = orm as unknown as { session: Session }
  const prepare = session.prepareQuery.bind(session)
  session.prepareQuery = (...given) => {
    const prepared = prepare(...given)
    const execute = prepared.execute.bind(prepared)
    prepared.execute = (...values) => execute(...values).catch(forget)
    return prepared
  }
  return orm
}

function forget(error: unknown): never {
  if (!(error instanceof DrizzleQueryError)) throw error
  throw new Error(`Failed query: ${error.query}`, { cause: error.cause })
}
