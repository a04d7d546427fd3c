import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { siblingUrl, TEMPLATE } from '@/bin/test/test-cluster'
import { onDatabase, startBenchCluster } from '../support/database'

declare module 'vitest' {
  interface ProvidedContext {
    faultClusterUrl: string
  }
}

interface Project {
  provide(name: 'faultClusterUrl', url: string): void
}

/** Several processes of the app a file, 35 connections each, and more than one file at a time. */
const CONNECTIONS_MAX = 300

/**
 * vitest's global setup of the project `faults`: one Postgres for the files that leave it running, durable as one in
 * service. Gives what removes it. What crashes Postgres, and the benches, start their own.
 */
export async function setup(project: Project) {
  const stops: (() => Promise<unknown>)[] = []
  const life = {
    async onStop(stop: () => Promise<unknown>) {
      stops.push(stop)
    },
  }
  const cluster = await startBenchCluster(life, { connectionsMax: CONNECTIONS_MAX })
  project.provide('faultClusterUrl', await cluster.createInbox(TEMPLATE))
  return async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop()
  }
}

/** A new database with this version's schema for one test; no other test, and no second try of this one, sees it. */
export async function createFaultInbox(name: string): Promise<string> {
  const database = `${name}_${randomBytes(4).toString('hex')}`
  const server = siblingUrl(inject('faultClusterUrl'), 'postgres')
  await onDatabase(server, (sql) => sql`create database ${sql(database)} template ${sql(TEMPLATE)}`)
  return siblingUrl(server, database)
}
