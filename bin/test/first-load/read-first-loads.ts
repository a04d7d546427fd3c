import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

/** What a browser fetches of JavaScript before a page is alive, gzipped, in bytes. */
export interface FirstLoad {
  /** The page by its route: `/inbox/[[...conversation]]`. */
  page: string
  scripts: number
  bytes: number
}

interface PageManifest {
  entryJSFiles?: Record<string, string[]>
}

const MANIFEST = 'page_client-reference-manifest.js'

/**
 * Reads from a finished build what each page loads first: the scripts of Next and React that every page has (`floor`),
 * and those that its page, its layouts and its screens for failures name. What is imported when it is used is not
 * among them. The same build gives the same bytes.
 */
export function readFirstLoads(distDir: string): { floor: FirstLoad; pages: FirstLoad[] } {
  const { rootMainFiles } = JSON.parse(
    readFileSync(path.join(distDir, 'build-manifest.json'), 'utf8'),
  ) as { rootMainFiles: string[] }
  const app = path.join(distDir, 'server/app')
  const sizes = new Map<string, number>()
  const measure = (page: string, files: Iterable<string>): FirstLoad => {
    const scripts = [...new Set(files)]
    const bytes = scripts.reduce((sum, file) => sum + gzipped(distDir, file, sizes), 0)
    return { page, scripts: scripts.length, bytes }
  }
  const pages = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === MANIFEST)
    .map((file) => {
      const named = Object.values(readManifest(path.join(app, file)).entryJSFiles ?? {})
      return measure(toRoute(file), [...rootMainFiles, ...named.flat()])
    })
    .sort((a, b) => a.page.localeCompare(b.page))
  return { floor: measure('an empty page', rootMainFiles), pages }
}

/** The file is a script of Next's own that puts its JSON on the global object. */
function readManifest(file: string): PageManifest {
  const scope: { __RSC_MANIFEST?: Record<string, PageManifest> } = {}
  runInNewContext(readFileSync(file, 'utf8'), { globalThis: scope })
  const [manifest] = Object.values(scope.__RSC_MANIFEST ?? {})
  if (!manifest) throw new Error(`${file} names no scripts: Next writes its manifests elsewhere.`)
  return manifest
}

function gzipped(distDir: string, file: string, sizes: Map<string, number>): number {
  const known = sizes.get(file)
  if (known !== undefined) return known
  const size = gzipSync(readFileSync(path.join(distDir, file))).length
  sizes.set(file, size)
  return size
}

/** `(inbox)/inbox/[[...conversation]]/page_….js` → `/inbox/[[...conversation]]` */
function toRoute(file: string): string {
  const parts = path.dirname(file).split(path.sep)
  return `/${parts.filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`
}
