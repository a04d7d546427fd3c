import { config } from 'zod/v4/core'

// Next runs this before anything of ours in the browser. zod would try whether it may evaluate code; our pages forbid
// it, and each try is a violation that hides real ones.
config({ jitless: true })
