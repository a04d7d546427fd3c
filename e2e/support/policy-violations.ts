import type { Page } from '@playwright/test'

/** What the browser refused by a policy of ours, in pages and in their workers: it says so in the console. */
export function policyViolations(page: Page): string[] {
  const seen: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (/content.security.policy|refused to/i.test(text)) seen.push(`${page.url()}: ${text}`)
  })
  return seen
}
