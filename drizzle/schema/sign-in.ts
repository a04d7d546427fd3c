import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, now } from './columns'
import { agents } from './people'

/** A sign-in. The cookie carries its id; deleting the row signs that browser out at once. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  agentId: uuid('agent_id')
    .notNull()
    .references(() => agents.id, { onDelete: 'cascade' }),
  createdAt: moment('created_at').notNull().default(now),
  expiresAt: moment('expires_at').notNull(),
})

/** Networks from which an account has signed in: a flood of guesses from elsewhere doesn't lock its owner out. */
export const knownAddresses = pgTable(
  'known_addresses',
  {
    agentId: uuid('agent_id')
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    address: text('address').notNull(),
    lastAt: moment('last_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.agentId, table.address] })],
)

/**
 * Browsers from which an account has signed in, by the hash of their device cookie: no guess of a stranger, from whatever
 * address, locks its owner out there. People who share a browser share its cookie.
 */
export const knownDevices = pgTable(
  'known_devices',
  {
    deviceSha256: text('device_sha256').notNull(),
    agentId: uuid('agent_id')
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    lastAt: moment('last_at').notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.deviceSha256, table.agentId] }),
    index('known_devices_agent').on(table.agentId),
  ],
)

/** Tries to sign in that have not succeeded, per account, per network and of all, in fixed windows (lib/auth/throttle.ts). */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    subject: text('subject').notNull(),
    window: moment('window').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.window] })],
)
