import { readFileSync } from 'node:fs'
import path from 'node:path'

let known: { build: string | undefined } | undefined

/**
 * The name of the build that this process serves, which is a hash of its sources (next.config.js): the same on every
 * machine. Undefined in development, where pages change by hot reload, and where nothing was built.
 */
export function ownBuild(): string | undefined {
  known ??= { build: readBuild() }
  return known.build
}

function readBuild(): string | undefined {
  if (process.env.NODE_ENV === 'development') return undefined
  const folder = process.env.NEXT_DIST_DIR || '.next'
  try {
    // Unmarked, the bundler would trace and copy the whole project for what this might read.
    return readFileSync(
      /*turbopackIgnore: true*/ path.join(process.cwd(), folder, 'BUILD_ID'),
      'utf8',
    ).trim()
  } catch {
    return undefined
  }
}
