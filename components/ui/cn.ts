import { type ClassValue, clsx } from 'clsx'
import { createTailwindMerge } from 'tailwind-merge'

const any = () => true
const SIDES = ['x', 'y', 't', 'r', 'b', 'l']

/*
 * Only what one of our components lets the one around it set otherwise: the library's own list of everything is 25 kB,
 * on every page. `cn.test.ts` compares the two on all classes that stand together in our code.
 */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    size: [{ size: [any] }],
    h: [{ h: [any] }],
    w: [{ w: [any] }],
    'max-w': [{ 'max-w': [any] }],
    'max-h': [{ 'max-h': [any] }],
    top: [{ top: [any] }],
    'min-h': [{ 'min-h': [any] }],
    'min-w': [{ 'min-w': [any] }],
    p: [{ p: [any] }],
    px: [{ px: [any] }],
    py: [{ py: [any] }],
    gap: [{ gap: [any] }],
    rounded: [{ rounded: ['', 'none', 'sm', 'full', isArbitrary] }],
    display: ['flex', 'grid', 'block', 'inline', 'inline-flex', 'inline-block', 'hidden'],
    position: ['static', 'relative', 'absolute', 'fixed', 'sticky'],
    shrink: [{ shrink: ['', '0'] }],
    leading: [{ leading: [any] }],
    'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    'font-size': [{ text: ['body', 'list', 'meta', 'base', isArbitrary] }],
    'text-alignment': [{ text: ['left', 'center', 'right', 'start', 'end'] }],
    'text-wrap': [{ text: ['wrap', 'nowrap', 'balance', 'pretty'] }],
    'text-color': [{ text: [any] }],
    'border-w': [{ border: ['', '0', '2'] }],
    ...Object.fromEntries(SIDES.map((side) => [`border-${side}`, [{ border: [side] }]])),
    'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
    'border-color': [{ border: [any] }],
    'bg-size': [{ bg: ['cover', 'contain', 'auto'] }],
    'bg-color': [{ bg: [any] }],
    transition: [{ transition: ['', 'colors', 'opacity', 'shadow', 'transform', 'all', 'none'] }],
  },
  conflictingClassGroups: { size: ['w', 'h'], p: ['px', 'py'], 'font-size': ['leading'] },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: ['before', 'after', '*', 'placeholder', 'marker', 'selection'],
}))

/** Class names in one string; a later one replaces an earlier one that sets the same thing. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs))
}

function isArbitrary(value: string): boolean {
  return value.startsWith('[')
}
