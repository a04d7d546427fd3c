import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sources } from './testing-tree'

/** The nouns of the product: one room each, of the same name on every floor (docs/architecture.md). */
const ROOMS = [
  'channel',
  'conversation',
  'log',
  'media',
  'member',
  'message',
  'owner',
  'people',
  'reply',
  'workspace',
]

const FLOORS_WITH_ROOMS = [
  'components/admin',
  'components/inbox',
  'lib/admin',
  'lib/client',
  'lib/db',
  'lib/domain',
  'lib/inbox',
  'lib/jobs',
]

const OWN_FILES_MAX = 6
const FOLDER_FILES_MAX = 20

/** Each program has one of these, started by its name. */
const PROGRAMS = ['main']
/** What vitest calls in a file of its own for a run. */
const HOOKS = ['setup']

/** One file a room and language: the language is the folder. */
const CATALOGUE = /^lib\/i18n\/(en|zh-hant|zh-hans)\//

const ours = sources.filter((file) => /^(bench|bin|components|lib|simulator)\//.test(file))

test('files of one name lie in one room: they are the same thing, seen from its floors', () => {
  const named = ours.filter((file) => !PROGRAMS.includes(nameOf(file)) && !CATALOGUE.test(file))
  const wrong = [...groupBy(named, nameOf).values()].filter((files) => {
    const rooms = new Set(files.map(roomOf))
    return files.length > 1 && (rooms.size > 1 || rooms.has(undefined))
  })
  expect(wrong).toEqual([])
})

test('no two functions that others call have one name', () => {
  const functions = ours.flatMap((file) =>
    exportedFunctions(file).map((name) => ({ name, at: `${name} in ${file}` })),
  )
  const wrong = [...groupBy(functions, ({ name }) => name)].filter(
    ([name, found]) => found.length > 1 && !HOOKS.includes(name),
  )
  expect(wrong.flatMap(([, found]) => found.map(({ at }) => at))).toEqual([])
})

test('a folder is read at a glance', () => {
  const folders = groupBy(
    sources.filter((file) => !file.startsWith('app/') && !CATALOGUE.test(file)),
    path.posix.dirname,
  )
  const wrong = [...folders].filter(([, files]) => files.length > FOLDER_FILES_MAX)
  expect(wrong.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([])
})

test('a floor has few files beside its rooms', () => {
  const wrong = FLOORS_WITH_ROOMS.filter((floor) => {
    return sources.filter((file) => path.posix.dirname(file) === floor).length > OWN_FILES_MAX
  })
  expect(wrong).toEqual([])
})

function nameOf(file: string): string {
  return path.posix.basename(file).replace(/\.tsx?$/, '')
}

/** The first folder on the way to a file that is a room. */
function roomOf(file: string): string | undefined {
  return path.posix
    .dirname(file)
    .split('/')
    .find((folder) => ROOMS.includes(folder))
}

function exportedFunctions(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^export (?:async )?function\*? ?(\w+)/gm)].flatMap(
    (match) => match[1] ?? [],
  )
}

function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
