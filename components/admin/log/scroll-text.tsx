/** Text as it is, in a box that scrolls by keys too. */
export function ScrollText({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keys.
      tabIndex={0}
      className="thin-scroll max-h-96 overflow-auto rounded-control bg-sunken p-3"
    >
      <pre className="font-mono text-meta break-all whitespace-pre-wrap">{children}</pre>
    </section>
  )
}
