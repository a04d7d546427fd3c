import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { botRoutes } from './api/bot-api'
import { fileRoutes } from './api/file-api'
import { restRoutes } from './api/rest'
import { strangerBecause } from './callers'
import { controlRoutes } from './control/control-routes'
import { createDay, type DayPlayer } from './day/day'
import { indexPage } from './index-page'
import { mediaRoutes } from './media/media-routes'
import { phoneRoutes } from './phone/phone-routes'
import { dispatch, html, type Route, refuse } from './router'
import { createWorld, type World } from './simulated-world'
import { loadState } from './state-file'
import { catchUpOnReceipts } from './wire/report-receipts'

export interface SimulatorOptions {
  /** 0: any free port. */
  port: number
  host?: string
  /** Where members, threads, channels and webhooks not yet delivered survive a restart. */
  stateFile?: string
  /** Decides the scripted day; 1 if absent. */
  seed?: number
  /** Says nothing on the terminal. */
  quiet?: boolean
}

export interface Simulator {
  url: string
  port: number
  /** Stops the day, cuts every connection, saves; resolves when the port is free. */
  close(): Promise<void>
}

const KEEP_ALIVE_MS = 120_000

/** Starts a stand-in Stella. Several may run in one process: nothing is shared but the bytes of the media. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { host = '127.0.0.1', seed = 1, quiet = false } = options
  const state = await loadState(options.stateFile)
  const { world, close } = createWorld(state, seed, options.stateFile)
  const day = createDay(world)
  const routes = routesOf(world, day)
  const server = http.createServer((request, response) => {
    const reason = strangerBecause(request.method ?? '', request.headers, host)
    if (reason) return refuse(response, reason)
    dispatch(routes, request, response).catch(() => response.destroy())
  })
  // An idle connection that is closed just as a client uses it again is a fault nobody asked for.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  const port = await listen(server, options.port, host)
  world.origin = `http://${host}:${port}`
  world.webhooks.resume()
  catchUpOnReceipts(world)
  if (!quiet) console.error(`The stand-in Stella is at ${world.origin}`)

  return {
    url: world.origin,
    port,
    async close() {
      await day.stop()
      await close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function routesOf(world: World, day: DayPlayer): Route[] {
  return [
    { method: 'GET', pattern: '/', handler: () => html(indexPage(world.state)) },
    ...botRoutes(world),
    ...restRoutes(world),
    ...fileRoutes(world),
    ...mediaRoutes,
    ...controlRoutes(world, day),
    ...phoneRoutes(world),
  ]
}

function listen(server: http.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
