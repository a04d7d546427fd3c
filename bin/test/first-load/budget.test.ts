import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { judgeFirstLoads } from './budget'
import { readFirstLoads } from './read-first-loads'

let dist: string

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'first-load-'))
  put('build-manifest.json', JSON.stringify({ rootMainFiles: ['main.js'] }))
  put('main.js', 'x'.repeat(10))
})
afterEach(() => rmSync(dist, { recursive: true }))

function put(file: string, text: string) {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
  writeFileSync(path.join(dist, file), text)
}

function putPage(folder: string, entryJSFiles: Record<string, string[]>) {
  const manifest = JSON.stringify({ clientModules: {}, entryJSFiles })
  put(
    `server/app/${folder}/page_client-reference-manifest.js`,
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};globalThis.__RSC_MANIFEST[${JSON.stringify(`/${folder}/page`)}] = ${manifest}`,
  )
}

test('a page loads what it and its layouts name, each script once, and what every page has', () => {
  put('inbox.js', 'y'.repeat(500))
  putPage('(inbox)/inbox/[[...conversation]]', { layout: ['inbox.js'], page: ['inbox.js'] })
  const { floor, pages } = readFirstLoads(dist)
  expect(floor.scripts).toBe(1)
  expect(pages.map(({ page, scripts }) => [page, scripts])).toEqual([
    ['/inbox/[[...conversation]]', 2],
  ])
  expect(pages[0]?.bytes).toBeGreaterThan(floor.bytes)
})

test('a page that grows past its budget is named', () => {
  const floor = { page: 'an empty page', scripts: 5, bytes: 131_000 }
  const page = '/inbox/[[...conversation]]'
  expect(judgeFirstLoads([{ page, scripts: 9, bytes: 200_000 }], floor).over).toEqual([])
  const { over, lines } = judgeFirstLoads([{ page, scripts: 9, bytes: 200_001 }], floor)
  expect(over).toEqual([page])
  expect(lines[0]).toBe(' 131.0 kB gzip in 5 scripts  an empty page')
})

test('a new page needs a budget', () => {
  const floor = { page: 'an empty page', scripts: 5, bytes: 131_000 }
  expect(() => judgeFirstLoads([{ page: '/elsewhere', scripts: 1, bytes: 1 }], floor)).toThrow(
    'no budget',
  )
})
