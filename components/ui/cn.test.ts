import { readFileSync } from 'node:fs'
import { extendTailwindMerge } from 'tailwind-merge'
import { expect, test } from 'vitest'
import { sources } from '@/lib/testing-tree'
import { cn } from './cn'

const files = sources
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(file, 'utf8'))

/** With all that the library knows, and our own sizes. */
const full = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['body', 'list', 'meta'] }],
      shadow: [{ shadow: ['float'] }],
    },
  },
})

test('what comes later replaces what sets the same thing', () => {
  expect(cn('px-3 py-1', 'px-5')).toBe('py-1 px-5')
  expect(cn('text-muted', false, undefined, 'text-bad')).toBe('text-bad')
  expect(cn('h-8 max-md:h-11', 'size-6')).toBe('max-md:h-11 size-6')
})

test('a size of ours is no colour: both stay', () => {
  expect(cn('text-meta', 'text-muted')).toBe('text-meta text-muted')
  expect(cn('text-list', 'text-meta')).toBe('text-meta')
})

test('borders of two sides stand together', () => {
  expect(cn('border-r border-b', 'border-accent')).toBe('border-r border-b border-accent')
})

test('whatever stands together in one call is merged as the whole library would merge it', () => {
  const wrong = files.flatMap(callsIn).filter((classes) => cn(classes) !== full(classes))
  expect(wrong).toEqual([])
})

test('whatever is given to a component of ours replaces in it what the whole library would replace', () => {
  const wrong = files.flatMap((text) => {
    const bases = /\bcn\([^;]*\bclassName\b/.test(text) ? literalsIn(text) : []
    const names = [...text.matchAll(/export function ([A-Z]\w+)/g)].map(([, name = '']) => name)
    return bases.flatMap((base) =>
      unique(names.flatMap(givenTo)).flatMap((classes) => leftBy(`${base} ${classes}`)),
    )
  })
  expect(unique(wrong)).toEqual([])
})

/** A button of ours is drawn by another one. */
function givenTo(name: string): string[] {
  const names = name === 'Button' ? 'Button|IconButton|CopyButton' : name
  const given = new RegExp(`<(?:${names})(?![\\w.])[^<]*?className="([^"]+)"`, 'g')
  return files.flatMap((text) => [...text.matchAll(given)].map(([, classes = '']) => classes))
}

/** What the whole library would take out and ours leaves, or the other way round. */
function leftBy(classes: string): string[] {
  const [ours, theirs] = [cn(classes), full(classes)]
  if (ours === theirs) return []
  const left = new Set(theirs.split(' '))
  const odd = ours.split(' ').filter((name) => !left.has(name))
  return odd.length > 0 ? odd : [`${theirs} instead of ${ours}`]
}

/** The literals of each call, all at once: as if every condition held. */
function callsIn(text: string): string[] {
  return text
    .split(/\bcn\(/)
    .slice(1)
    .map((rest) => literalsIn(rest.slice(0, endOfCall(rest))).join(' '))
}

function endOfCall(rest: string): number {
  let depth = 1
  return [...rest].findIndex((letter) => {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    return depth === 0
  })
}

function literalsIn(text: string): string[] {
  return [...text.matchAll(/'([^'\n]*)'/g)].map(([, literal = '']) => literal).filter(isClasses)
}

function isClasses(literal: string): boolean {
  return / |-/.test(literal) && !/[/.]\w+$|^@|^\.|[A-Z,;“’]/.test(literal)
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)]
}
