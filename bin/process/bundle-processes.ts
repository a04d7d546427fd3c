import { rm } from 'node:fs/promises'
import path from 'node:path'

/** Where the bundles lie in a build. */
const FOLDER = 'processes'

/** Each a process of its own. */
const ENTRIES = {
  launcher: 'bin/launcher/launcher.ts',
  web: 'bin/process/serve.ts',
  worker: 'bin/process/worker-process.ts',
  reader: 'lib/media/reader/reader.ts',
}

/**
 * Compiles the processes of `npm start` into the build in `distDir`, so that none of them translates anything while it runs.
 * Packages stay where they are. Throws when something can't be compiled.
 */
export async function bundleProcesses(distDir: string): Promise<void> {
  // Loaded here alone: whoever starts what is built needs no compiler.
  const { build } = await import('esbuild')
  const outdir = path.join(distDir, FOLDER)
  await rm(outdir, { recursive: true, force: true })
  await build({
    entryPoints: ENTRIES,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}

/** The bundle of the process that runs now, or another one beside it. */
export function besideBundle(name: keyof typeof ENTRIES): string {
  return path.join(import.meta.dirname, `${name}.mjs`)
}
