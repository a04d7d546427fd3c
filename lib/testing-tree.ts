import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const TOPS = ['app', 'bench', 'bin', 'components', 'drizzle', 'e2e', 'lib', 'simulator']

/** Every TypeScript file of ours, as a path from the top: what the tests of the tree look at. */
export const files = TOPS.flatMap(sourcesIn)

export function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/(testing|fixtures)[./-]/.test(file)
}

/** Everything that is no test. */
export const sources = files.filter((file) => !isTest(file))

/** What a file imports, types included, as it is written there. */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap((match) => match[1] ?? [])
}

/** Imports of our own files, or of some, as paths from the top without an ending. */
export function ownImportsOf(file: string, isMeant = (_name: string) => true): string[] {
  return importsOf(file).flatMap((name) => {
    if (!isMeant(name)) return []
    if (name.startsWith('@/')) return [name.slice(2)]
    return name.startsWith('.') ? [path.posix.join(path.posix.dirname(file), name)] : []
  })
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
}
