import postgres from 'postgres'

type Tx = postgres.TransactionSql
type Work = (tx: Tx) => unknown

/** Of one transaction: set as soon as its connection is lost. */
interface Connection {
  lost?: unknown
}

/**
 * Transactions that end with their connection. The driver's own go on after it (postgres 3.4.9, `begin` in index.js): its
 * `rollback`, and whatever the callback still asks for, are then written into a closed socket, which throws where nobody
 * can catch it, or are queued for whoever gets the connection next, whose answers are off by one from there on: that
 * transaction never ends, and may hold a lock for ever.
 *
 * The driver rejects `begin` at the moment of the loss. From then on this client lets no statement of that transaction
 * reach the driver, and keeps the end of its callback from it, so that it rolls nothing back.
 */
export function endingWithConnection<Client extends { begin: unknown }>(sql: Client): Client {
  const driver = sql.begin as (...given: unknown[]) => Promise<unknown>
  const begin = (...given: unknown[]) => {
    const connection: Connection = {}
    const work = given.pop() as Work
    const outcome = driver(...given, (tx: Tx) => withhold(connection, tx, work))
    outcome.catch((error: unknown) => (connection.lost = error))
    return outcome
  }
  return Object.assign(sql, { begin })
}

async function withhold(connection: Connection, tx: Tx, work: Work): Promise<unknown> {
  try {
    return await work(guard(connection, tx))
  } catch (error) {
    if (await isLost(connection, error)) await new Promise(() => {})
    throw error
  }
}

/** Postgres may say why it ends a connection before it does; else the driver notices the end in this turn. */
async function isLost(connection: Connection, error: unknown): Promise<boolean> {
  if (error instanceof postgres.PostgresError && ENDS.has(error.severity)) connection.lost ??= error
  await new Promise(setImmediate)
  return connection.lost !== undefined
}

const ENDS = new Set(['FATAL', 'PANIC'])

function guard(connection: Connection, tx: Tx): Tx {
  const refuseLost = () => {
    if (connection.lost) throw connection.lost
  }
  const guarded: Partial<Tx> = {
    unsafe: (...given) => {
      refuseLost()
      return tx.unsafe(...given)
    },
    savepoint: (...given: unknown[]) => {
      refuseLost()
      const work = given.pop() as Work
      const inner = (part: Tx) => withhold(connection, part, work)
      return (tx.savepoint as (...given: unknown[]) => never)(...given, inner)
    },
  }
  return new Proxy(tx, {
    apply: (target, self, given) => {
      refuseLost()
      return Reflect.apply(target, self, given)
    },
    get: (target, name) => Reflect.get(name in guarded ? guarded : target, name),
  })
}
