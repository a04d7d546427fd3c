import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { files, importsOf, isTest, ownImportsOf } from './testing-tree'

/**
 * Who may import whom (docs/architecture.md). A folder not named here may import anything of ours. `lib/view` stands in few
 * lists: what HTTP and the stream say is made at the edge, and nothing inside reads it.
 */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/i18n': [],
  'lib/domain': [],
  'lib/stella': ['lib/domain', 'lib/errors', 'lib/public-address'],
  'drizzle/schema': ['lib/domain'],
  'lib/db': ['drizzle/schema', 'lib/domain', 'lib/errors', 'lib/paths'],
  // `lib/paths`: a view names the addresses of files and pictures.
  'lib/view': ['lib/domain', 'lib/errors', 'lib/paths'],
  'lib/log': ['lib/db', 'lib/domain', 'lib/stella', 'lib/errors', 'lib/is-alive'],
  'lib/realtime': ['lib/db', 'lib/domain', 'lib/view', 'lib/errors', 'lib/own-build'],
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
  'lib/client': ['lib/domain', 'lib/view', 'lib/paths'],
  'components/ui': ['lib/client/browser/parts', 'lib/client/browser/toast'],
  'components/shell': ['components/ui', ...browser()],
  'components/inbox': ['components/shell', 'components/ui', ...browser()],
  'components/admin': ['components/shell', 'components/ui', ...browser()],
  'components/auth': ['components/shell', 'components/ui', ...browser()],
  simulator: ['lib/stella/wire', 'lib/stella/signature/signature'],
}

/** It imports no other folder of ours: everything may speak to people. */
const EVERYWHERE = ['lib/i18n']

/** What one file may do that its neighbours may not. Rows are the schema's types (decision 0026). */
const ALONE: Record<string, string[]> = { 'lib/domain/rows.ts': ['drizzle/schema'] }

/** What people see may use, beside other components. */
function browser() {
  return ['lib/client', 'lib/domain', 'lib/view', 'lib/paths']
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
const PACKAGES: Record<string, string[]> = {
  'lib/domain': ['zod'],
  'lib/i18n': ['react', 'icu-minify/compile', 'icu-minify/format', '@schummar/icu-type-parser'],
}

test('the arrows between folders are those of the architecture', () => {
  const wrong = files.flatMap((file) => {
    const from = folderOf(file)
    const allowed = from === undefined ? undefined : MAY_IMPORT[from]
    if (!allowed || isTest(file)) return []
    return ownImportsOf(file)
      .filter(
        (target) =>
          !isWithin(target, [from ?? '', ...allowed, ...EVERYWHERE, ...(ALONE[file] ?? [])]),
      )
      .map((target) => `${file} → ${target}`)
  })
  expect(wrong).toEqual([])
})

test('the browser’s side takes only types from lib/view: views are made on the server', () => {
  const makers = files.filter(
    (file) =>
      /^(components|lib\/client)\//.test(file) &&
      !isTest(file) &&
      /^import (?!type ).*'@\/lib\/view\//m.test(readFileSync(file, 'utf8')),
  )
  expect(makers).toEqual([])
})

test('catalogues reach the browser as the rooms of one language, never as code', () => {
  const wrong = files.filter(
    (file) =>
      /^(components|lib\/(client|domain|view))\//.test(file) &&
      !isTest(file) &&
      importsOf(file).some((name) => /\/i18n\/(catalogues|pseudo|en|zh-hant|zh-hans)\b/.test(name)),
  )
  expect(wrong).toEqual([])
})

test('the domain needs no package but zod', () => {
  const wrong = files.flatMap((file) => {
    const allowed = PACKAGES[folderOf(file) ?? '']
    if (!allowed || isTest(file)) return []
    const packages = importsOf(file).filter(
      (name) => !name.startsWith('.') && !name.startsWith('@/'),
    )
    return packages.filter((name) => !allowed.includes(name)).map((name) => `${file} → ${name}`)
  })
  expect(wrong).toEqual([])
})

test('pictures of strangers are decoded in the picture reader alone', () => {
  const users = files.filter(
    (file) => !isTest(file) && /^(app|lib)\//.test(file) && importsOf(file).includes('sharp'),
  )
  expect(users).toEqual(['lib/media/reader/draw.ts'])
})

test('no server code reaches the browser through components or lib/client', () => {
  const reachable = files.filter(
    (file) => /^(components|lib\/(client|domain))\//.test(file) && !isTest(file),
  )
  const wrong = reachable.filter((file) => importsOf(file).some((name) => name.startsWith('node:')))
  expect(wrong).toEqual([])
})

test('the inbox brings no validation library to the browser: schemas stand in files of their own', () => {
  const reached = new Set(['components/inbox/inbox-shell.tsx', 'components/shell/providers.tsx'])
  for (const file of reached)
    for (const target of valueImportsOf(file))
      for (const known of [target, `${target}.ts`, `${target}.tsx`])
        if (FILES.has(known)) reached.add(known)
  expect(reached.size).toBeGreaterThan(300)
  expect([...reached].filter((file) => /^import (?!type ).*'zod'$/m.test(read(file)))).toEqual([])
})

const FILES = new Set(files)

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

/** Own files that a file imports at run time: what is a type is gone by then. */
function valueImportsOf(file: string): string[] {
  const types = [...read(file).matchAll(/^(?:import|export) type [^;]*? from '([^']+)'/gm)]
  const typesOnly = new Set(types.map((match) => match[1]))
  return ownImportsOf(file, (name) => !typesOnly.has(name))
}

function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((folder) => isWithin(file, [folder]))
}

function isWithin(target: string, folders: string[]): boolean {
  return folders.some((folder) => target === folder || target.startsWith(`${folder}/`))
}
