import type { HealthView } from '@/lib/view/health-view'

const NAMES: Record<string, string> = {
  sendResponses: 'Send a reply',
  member: 'Read a member',
  'member/live_chat': 'Take over, hand back',
  file: 'Find a file',
  integrations: 'List integrations',
  integration: 'Make or delete an integration',
  redirectMemberToNode: 'Hand back to a bot step',
}

/** Each API of Stella's in the last quarter of an hour; nothing when none was called. */
export function StellaCalls({ calls }: { calls: HealthView['stella'] }) {
  if (calls.length === 0) return null
  return (
    <section aria-label="Calls to Stella by API" className="mt-6">
      <h2 className="mb-2 text-meta font-semibold text-muted">
        Calls to Stella, last 15 minutes, this process
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        aria-label="Table of calls"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keys
        tabIndex={0}
        className="overflow-x-auto rounded-bubble border bg-surface"
      >
        <table className="w-full text-list tabular-nums">
          <thead className="text-left text-meta text-muted">
            <tr>
              {['API', 'Calls', 'Refused', 'Not reached', 'Unclear', 'Mean', '95 % within'].map(
                (head) => (
                  <th key={head} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody className="divide-y">
            {calls.map((call) => (
              <tr key={call.api}>
                <th scope="row" className="px-4 py-2 text-left font-medium">
                  {NAMES[call.api] ?? call.api}
                </th>
                <td className="px-4 py-2">{call.calls}</td>
                <td className="px-4 py-2">{call.refused}</td>
                <td className="px-4 py-2">{call.unreached}</td>
                <td className="px-4 py-2">{call.unclear}</td>
                <td className="px-4 py-2">{call.meanMs} ms</td>
                <td className="px-4 py-2">{call.p95Ms} ms</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
