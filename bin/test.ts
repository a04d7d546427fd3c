import { launch } from './process/lifecycle'
import { type Counts, STEPS } from './test/test-steps'

/** `npm test`, or `npm test -- unit db` for some of it. The last line is `N passed, M failed`. */
launch(
  async (life) => {
    const total: Counts = { passed: 0, failed: 0, skipped: 0 }
    for (const step of chooseSteps(process.argv.slice(2))) {
      console.log(`\n── ${step.title} ──`)
      const startedAt = Date.now()
      const counts = await step.run(life)
      console.log(`── ${step.title}: ${toWords(counts)} in ${toSeconds(Date.now() - startedAt)} ──`)
      total.passed += counts.passed
      total.failed += counts.failed
      total.skipped += counts.skipped
    }
    console.log(`\n${toWords(total)}`)
    return total.failed > 0 || total.passed === 0 ? 1 : 0
  },
  { codeOnSignal: 130 },
)

function chooseSteps(names: string[]) {
  const known = STEPS.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown.join(', ')}. Steps: ${known.join(', ')}.`)
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name))
}

function toWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function toSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
