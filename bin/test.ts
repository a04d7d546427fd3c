import { launch } from './process/lifecycle'
import { type Ended, runSteps } from './test/run-steps'
import { type Failure, sum, toWords } from './test/step-outcome'
import { STEPS, type Step } from './test/test-steps'

/** `npm test`, or `npm test -- unit db` for some of it. The last line is `N passed, M failed`. */
launch(
  async (life) => {
    const ended = await runSteps(life, chooseSteps(process.argv.slice(2)))
    sayWhich(ended)
    const total = sum(ended.map(({ outcome }) => outcome))
    console.log(`\n${toWords(total)}`)
    return total.failed > 0 || total.passed === 0 ? 1 : 0
  },
  { codeOnSignal: 130 },
)

/** The steps of these names, or all, with what has to be made ready for them. */
function chooseSteps(names: string[]): Step[] {
  const known = STEPS.filter((step) => !step.for).map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown.join(', ')}. Steps: ${known.join(', ')}.`)
  const wanted = names.length === 0 ? known : names
  return STEPS.filter(({ name, for: others = [name] }) =>
    others.some((other) => wanted.includes(other)),
  )
}

/** Every test that failed or needed a second try, once more where one looks first: at the end, with its reason. */
function sayWhich(ended: Ended[]) {
  for (const { step, outcome } of ended) {
    for (const failure of outcome.flaky) sayFailure('Only at the second try', step, failure)
    for (const failure of outcome.failures) sayFailure('Failed', step, failure)
  }
}

function sayFailure(how: string, step: Step, { name, reason }: Failure) {
  console.log(`${how}: ${step.title}: ${name}`)
  if (reason) console.log(reason.replaceAll(/^/gm, '  '))
}
