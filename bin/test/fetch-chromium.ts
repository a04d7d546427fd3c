import { fetchChromium } from './chromium'

/** Installs a Chromium where there is none; a process of its own, so that what runs beside it goes on. */
fetchChromium((line) => console.log(line))
