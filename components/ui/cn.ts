import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      // Our own sizes; without this they would be taken for colours.
      'font-size': [{ text: ['body', 'list', 'meta'] }],
      shadow: [{ shadow: ['float'] }],
    },
  },
})

/** Class names in one string; a later one replaces an earlier one that sets the same thing. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs))
}
