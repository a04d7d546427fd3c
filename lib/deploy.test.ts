import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(file, 'utf8')
const dockerfile = read('deploy/Dockerfile')
const compose = read('deploy/compose.yaml')
const unit = read('deploy/stella-inbox.service')

/** What is copied into the first stage. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, sources = '']) =>
  sources.split(' '),
)

test('the Dockerfile copies what there is, all that a build is made of, and its ignore file lets just that through', () => {
  expect(copied.filter((source) => !existsSync(source))).toEqual([])
  const [, sources = ''] = /const SOURCES = \[([^\]]*)\]/.exec(read('bin/process/build.ts')) ?? []
  const needed = [...sources.matchAll(/'([^']+)'/g)].map(([, source = '']) => source)
  expect(needed.length).toBeGreaterThan(5)
  expect(needed.filter((source) => !isUnder(source, copied))).toEqual([])
  const allowed = [...read('deploy/Dockerfile.dockerignore').matchAll(/^!(.*)$/gm)].map(
    ([, source]) => source,
  )
  expect(allowed.sort()).toEqual([...copied].sort())
})

test('what runs in the image was copied into its first stage or is made there', () => {
  const [, ...taken] =
    dockerfile
      .match(/^COPY --from=build (.*)$/gm)
      ?.join(' ')
      .split('/inbox/') ?? []
  const made = ['node_modules', '.next']
  const names = taken.map((words) => words.split(' ')[0] ?? '')
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => !made.includes(name) && !copied.includes(name))).toEqual([])
})

test('image and unit start what npm start runs, without npm', () => {
  const start: string = JSON.parse(read('package.json')).scripts.start
  const words = start.replace(/^exec /, '')
  const entry: string[] = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(dockerfile)?.[1] ?? '[]')
  expect(entry.join(' ')).toBe(words)
  expect(/^ExecStart=\/usr\/bin\/(.*)$/m.exec(unit)?.[1]).toBe(words)
  expect(existsSync(entry.at(-1) ?? '')).toBe(true)
})

test('compose gives the inbox settings that it knows, and none without a way to set it', () => {
  const [, inbox = ''] = compose.split(/^ {2}inbox:$/m)
  const [, environment = ''] = /^ {4}environment:\n((?: {6}.*\n)+)/m.exec(inbox) ?? []
  const given = [...environment.matchAll(/^ {6}([A-Z0-9_]+):/gm)].map(([, name]) => name)
  const known = new Set(
    [...read('.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name),
  )
  expect(given).toEqual(expect.arrayContaining(['DATABASE_URL', 'APP_SECRET', 'PUBLIC_URL']))
  expect(given.filter((name) => !known.has(name ?? ''))).toEqual([])
  expect([...unit.matchAll(/^Environment=.*$/gm)].join(' ')).toContain('DATA_DIR=')
})

/** A file or a folder that is copied, or lies in one that is. */
function isUnder(source: string, folders: string[]) {
  return folders.some((folder) => source === folder || source.startsWith(folder + path.posix.sep))
}
