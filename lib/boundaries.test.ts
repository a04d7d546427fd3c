import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom (docs/architecture.md). A folder not named here may import anything of ours. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/domain': [],
  'lib/stella': ['lib/domain', 'lib/errors', 'lib/public-address'],
  'drizzle/schema': ['lib/domain'],
  'lib/db': ['drizzle/schema', 'lib/domain', 'lib/errors', 'lib/paths'],
  'lib/log': ['lib/db', 'lib/domain', 'lib/stella', 'lib/errors'],
  'lib/realtime': ['lib/db', 'lib/domain', 'lib/errors'],
  'lib/media': ['lib/db', 'lib/domain/measures', 'lib/errors', 'lib/paths', 'lib/public-address'],
  'lib/inbox': [
    'lib/domain',
    'lib/stella',
    'lib/db',
    'lib/log',
    'lib/media',
    'lib/errors',
    ...root(),
  ],
  'lib/admin': [
    'lib/domain',
    'lib/stella',
    'lib/db',
    'lib/log',
    'lib/media',
    'lib/errors',
    ...root(),
  ],
  'lib/jobs': [
    'lib/inbox',
    'lib/domain',
    'lib/stella',
    'lib/db',
    'lib/log',
    'lib/media',
    ...root(),
  ],
  'lib/auth': ['lib/db', 'lib/domain', 'lib/errors', 'lib/runtime', ...root()],
  'lib/client': ['lib/domain', 'lib/paths'],
  components: ['lib/client', 'lib/domain', 'lib/paths'],
  simulator: ['lib/stella/wire', 'lib/stella/signature/signature'],
}

/** What any server code may use: the context of a verb, keys, passwords, settings, addresses, the logger. */
function root() {
  return [
    'lib/context',
    'lib/vault',
    'lib/key-ring',
    'lib/password',
    'lib/env',
    'lib/paths',
    'lib/logger',
    'lib/public-address',
    'lib/security-log',
    'lib/errors',
  ]
}

/** In `lib/domain` zod is the only package, and nothing of Node: browsers run it too. */
const PACKAGES: Record<string, string[]> = { 'lib/domain': ['zod'] }

const files = ['app', 'bin', 'components', 'drizzle', 'e2e', 'lib', 'simulator'].flatMap(sourcesIn)

test('the arrows between folders are those of the architecture', () => {
  const wrong = files.flatMap((file) => {
    const from = folderOf(file)
    const allowed = from === undefined ? undefined : MAY_IMPORT[from]
    if (!allowed || isTest(file)) return []
    return ownImports(file)
      .filter((target) => !isWithin(target, [from ?? '', ...allowed]))
      .map((target) => `${file} → ${target}`)
  })
  expect(wrong).toEqual([])
})

test('the domain needs no package but zod', () => {
  const wrong = files.flatMap((file) => {
    const allowed = PACKAGES[folderOf(file) ?? '']
    if (!allowed || isTest(file)) return []
    const packages = imports(file).filter((name) => !name.startsWith('.') && !name.startsWith('@/'))
    return packages.filter((name) => !allowed.includes(name)).map((name) => `${file} → ${name}`)
  })
  expect(wrong).toEqual([])
})

test('pictures of strangers are decoded in the picture reader alone', () => {
  const users = files.filter(
    (file) => !isTest(file) && /^(app|lib)\//.test(file) && imports(file).includes('sharp'),
  )
  expect(users).toEqual(['lib/media/reader/draw.ts'])
})

test('no server code reaches the browser through components or lib/client', () => {
  const reachable = files.filter(
    (file) => /^(components|lib\/(client|domain))\//.test(file) && !isTest(file),
  )
  const wrong = reachable.filter((file) => imports(file).some((name) => name.startsWith('node:')))
  expect(wrong).toEqual([])
})

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/(testing|fixtures)[./-]/.test(file)
}

function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((folder) => isWithin(file, [folder]))
}

function isWithin(target: string, folders: string[]): boolean {
  return folders.some((folder) => target === folder || target.startsWith(`${folder}/`))
}

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap((match) => match[1] ?? [])
}

/** Imports of our own files, as paths from the top. */
function ownImports(file: string): string[] {
  return imports(file).flatMap((name) => {
    if (name.startsWith('@/')) return [name.slice(2)]
    return name.startsWith('.') ? [path.posix.join(path.posix.dirname(file), name)] : []
  })
}
