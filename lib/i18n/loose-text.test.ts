import { expect, test } from 'vitest'
import { sources } from '../testing-tree'
import { looseTextsIn } from './testing-loose-text'

/** Where people's words are made. The command line, the simulator and benches speak English. */
const FOR_PEOPLE = /^(?:app|components|lib\/(?:admin|auth|client|domain|http|inbox|jobs|view))\//

/** Files whose texts are no words of the screen, each with its reason. */
const EXEMPT: Record<string, string> = {
  'app/global-error.tsx': 'stands in when even the layout failed, so it brings its words along',
}

/** Not moved to the catalogues yet. */
const NOT_YET: RegExp[] = [/./]

test('every text that people read is in a catalogue', () => {
  const loose = sources
    .filter((file) => FOR_PEOPLE.test(file) && !(file in EXEMPT))
    .filter((file) => !NOT_YET.some((pattern) => pattern.test(file)))
    .flatMap((file) => looseTextsIn(file).map(({ line, text }) => `${file}:${line}: ${text}`))
  expect(loose).toEqual([])
})
