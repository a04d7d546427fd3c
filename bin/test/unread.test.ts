import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const PROGRAM = `
  import { endWhenUnread } from './bin/test/unread.ts'
  endWhenUnread([process.stdout, process.stderr], () => process.exit(7))
  process.on('uncaughtException', (error) => console.error(error))
  setInterval(() => console.log('still here'), 10)
`

test('a process whose launcher is gone ends instead of reporting for ever that nobody reads', async () => {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.destroy()
  const [code] = await once(child, 'exit')
  expect(code).toBe(7)
})
