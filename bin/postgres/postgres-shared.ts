import { chmod, mkdir } from 'node:fs/promises'

/** Where a root session keeps what the Postgres account must reach. Only this project writes here. */
export const SHARED_FOLDER = '/var/lib/stella-inbox'

/** Makes the shared folder if it is missing, and lets other accounts pass through it whatever the umask says. */
export async function openSharedFolder() {
  await mkdir(SHARED_FOLDER, { recursive: true })
  await chmod(SHARED_FOLDER, 0o755)
}
