// Next runs this before anything of ours in the browser. zod would try whether it may evaluate code; our pages forbid
// it, and each try is a violation that hides real ones. This is where zod keeps its settings: no page brings zod along
// only to be told (lib/domain/zod-settings.test.ts).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

export {}
