/** @type {import('next').NextConfig} */
export default {
  // Tests build beside a running demo, never over it.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // `npm test` runs tsc itself; TypeScript 7 no longer ships the JavaScript API that Next's own check calls.
  typescript: { ignoreBuildErrors: true },
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
