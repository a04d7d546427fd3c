import { TEST_DIST_DIR } from '../../process/build'
import { judgeFirstLoads } from './budget'
import { readFirstLoads } from './read-first-loads'

/** Prints what every page of the test build loads of JavaScript before it is alive, and fails where it is too much. */
const { floor, pages } = readFirstLoads(TEST_DIST_DIR)
const { lines, over } = judgeFirstLoads(pages, floor)
for (const line of lines) console.log(line)
if (over.length > 0) {
  console.error(`Over the budget of bin/test/first-load/budget.ts: ${over.join(', ')}`)
  process.exitCode = 1
}
