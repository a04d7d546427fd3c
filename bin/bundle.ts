import { bundleProcesses } from './process/bundle-processes'

/** The second half of `npm run build`: what `npm start` runs beside Next, as plain JavaScript. */
await bundleProcesses(process.env.NEXT_DIST_DIR || '.next')
