import { TEST_DIST_DIR } from '../../process/build'
import { launch } from '../../process/lifecycle'
import { temporaryDataDir } from '../temporary-data'
import { playDemo } from './demo-story'

/** The demo from this folder, on the build of the tests, beside a demo that may be running. Its long form: `clean-clone.ts`. */
launch(
  async (life) => {
    const dataDir = await temporaryDataDir(life, 'demo')
    const env = { ...process.env, NEXT_DIST_DIR: TEST_DIST_DIR }
    await playDemo(life, {
      project: process.cwd(),
      dataDir,
      env,
      args: ['--data-dir', dataDir],
    })
    return 0
  },
  { codeOnSignal: 130 },
)
