import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** What OWASP ASVS 5.0.0 asks for on levels 1 and 2, by section. */
const ASKED =
  '1.1:1-2;1.2:1-9;1.3:1-11;1.4:1-3;1.5:1-2;2.1:1-3;2.2:1-3;2.3:1-4;2.4:1;3.2:1-2;3.3:1-4;3.4:1-6;3.5:1-5;3.7:1-2;' +
  '4.1:1-3;4.2:1;4.3:1-2;4.4:1-4;5.1:1;5.2:1-3;5.3:1-2;5.4:1-3;6.1:1-3;6.2:1-12;6.3:1-4;6.4:1-4;6.5:1-5;6.6:1-3;6.8:1-4;' +
  '7.1:1-3;7.2:1-4;7.3:1-2;7.4:1-5;7.5:1-2;7.6:1-2;8.1:1-2;8.2:1-3;8.3:1;8.4:1;9.1:1-3;9.2:1-4;10.1:1-2;10.2:1-2;10.3:1-4;' +
  '10.4:1-11;10.5:1-5;10.6:1-2;10.7:1-3;11.1:1-2;11.2:1-3;11.3:1-3;11.4:1-4;11.5:1;11.6:1;12.1:1-3;12.2:1-2;12.3:1-4;13.1:1;' +
  '13.2:1-5;13.3:1-2;13.4:1-5;14.1:1-2;14.2:1-4;14.3:1-3;15.1:1-3;15.2:1-3;15.3:1-7;16.1:1;16.2:1-5;16.3:1-4;16.4:1-3;16.5:1-3;' +
  '17.1:1;17.2:1-4;17.3:1-2'

const DOCUMENT = readFileSync('docs/security.md', 'utf8')
const ROWS = DOCUMENT.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line))

test('every requirement of the standard stands in the table once', () => {
  const named = ROWS.flatMap((row) => row.split('|')[1]?.trim().split(' ') ?? [])
  expect(named.toSorted()).toEqual(asked().toSorted())
  expect(named).toHaveLength(253)
})

test('every row says where it is held, or why it is not', () => {
  const verdict = /\| (held: (`[^`]+`|\*)|not yet: \w|yours: \w|none \|)/
  expect(ROWS.filter((row) => !verdict.test(row))).toEqual([])
})

test('every file that the document names exists', () => {
  const named = [...DOCUMENT.matchAll(/`([\w./[\]-]+\.(?:tsx?|js|json|md))`/g)].map(
    ([, file = '']) => file,
  )
  expect(named.filter((file) => !existsSync(file))).toEqual([])
  expect(named.length).toBeGreaterThan(50)
})

test('the list of components names every package that the product runs on', () => {
  const { name, args } = commandOf('sbom')
  const { components } = sbomSchema.parse(
    JSON.parse(execFileSync(name, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })),
  )
  const listed = new Set(components.map((component) => component.name))
  const { dependencies } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  expect(Object.keys(dependencies).filter((each) => !listed.has(each))).toEqual([])
})

const sbomSchema = z.object({ components: z.array(z.object({ name: z.string() })) })
const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
})

function commandOf(script: string): { name: string; args: string[] } {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const [name = '', ...args] = scripts[script]?.split(' ') ?? []
  return { name, args }
}

function asked(): string[] {
  return ASKED.split(';').flatMap((section) => {
    const [name = '', range = ''] = section.split(':')
    const [first = 1, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => `${name}.${first + index}`)
  })
}
