import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** All that a build is made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'drizzle',
  'public',
  'package-lock.json',
  'next.config.js',
]

/**
 * The name of a build: machines that build the same sources each for themselves serve the same one, and a page of one of
 * them is at home at all. With a name by chance every tab would be told again and again that there is another build.
 */
function nameBuild() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(listFiles).sort())
    if (!/\.test\.tsx?$/.test(file)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 20)
}

/** @param {string} source */
function listFiles(source) {
  if (statSync(source).isFile()) return [source]
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/'))
}

/** @type {import('next').NextConfig} */
export default {
  // Tests build beside a running demo, never over it.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // `npm test` runs tsc itself; TypeScript 7 no longer ships the JavaScript API that Next's own check calls.
  typescript: { ignoreBuildErrors: true },
  generateBuildId: nameBuild,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `next dev` would write instruction files into the project.
  agentRules: false,
  images: { unoptimized: true },
  // Each page and route is loaded when it is first asked for: all of them at the start took 300 MB that many an inbox never
  // needs (docs/decisions/0033-two-roles.md).
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: [
    'graphile-worker',
    'sharp',
    '@node-rs/argon2',
    'pino',
    'prom-client',
    'postgres',
    'undici',
    'mediabunny',
    '@aws-sdk/client-s3',
  ],
}
