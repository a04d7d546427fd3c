import { startSimulator } from './server'

const { SIMULATOR_PORT = '4010', SIMULATOR_STATE, SIMULATOR_SEED = '1' } = process.env

const simulator = await startSimulator({
  port: Number(SIMULATOR_PORT),
  stateFile: SIMULATOR_STATE,
  seed: Number(SIMULATOR_SEED),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    simulator.close().then(
      () => process.exit(0),
      (error) => {
        console.error('The simulator did not close well:', error)
        process.exit(1)
      },
    )
  })
}
