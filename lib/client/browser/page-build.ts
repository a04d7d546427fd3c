/*
 * Which build this page was drawn by, and whether the server is another one by now (architecture.md "Two versions side by
 * side"). During a rollout both answer: only what is heard last counts.
 */

interface OtherBuild {
  build: string
  /** When this page first heard of it, without hearing of its own since; epoch ms. */
  since: number
  /** A part of this page can't be loaded any more: it is gone with the build it belonged to. */
  isBroken: boolean
}

let own: string | undefined
let other: OtherBuild | undefined
/** A part failed to load: it counts once the server says that it is another build. */
let isPartMissing = false

/** Says by which build this page was drawn. A page keeps it for as long as it lives. */
export function setPageBuild(build: string | undefined): void {
  if (typeof window !== 'undefined') own ??= build
}

/** Takes what an answer or the stream says of its build; nothing said changes nothing. */
export function hearBuild(build: string | null | undefined, now = Date.now()): void {
  if (!build || own === undefined) return
  if (build === own) other = undefined
  else if (other?.build !== build) other = { build, since: now, isBroken: isPartMissing }
}

/** A part of this page could not be loaded. Whether it is gone for good depends on the build that the server says next. */
export function missPart(): void {
  isPartMissing = true
  if (other) other = { ...other, isBroken: true }
}

/** The build that the server is now, where it isn't this page's. */
export function otherBuild(): OtherBuild | undefined {
  return other
}
