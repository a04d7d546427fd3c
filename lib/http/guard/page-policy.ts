/** What a page may load and run: what is ours, and of scripts only those that carry its nonce or that they load. */
export function toPagePolicy(nonce: string): string {
  // React's refresh in development evaluates code; the built app never does.
  const development = process.env.NODE_ENV === 'production' ? '' : " 'unsafe-eval'"
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Positions of floating parts are style attributes, and some of our components bring a style element.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    // PDFs are drawn in a worker.
    "worker-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
