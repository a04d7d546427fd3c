import { spawn } from 'node:child_process'
import type { Account } from './postgres-account'

/** Runs one of Postgres' own programs to its end, under the given account. Gives its exit code and all it wrote. */
export function runPostgresProgram(program: string, args: string[], account: Account | undefined) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: environment(), stdio: 'pipe' })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** Whatever PG… is set for another Postgres must not reach ours. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(own), LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV }
}
