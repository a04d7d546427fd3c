import { useTranslator } from '@/lib/i18n/use-translator'
import type { HealthView } from '@/lib/view/health-view'

const NAMES = {
  sendResponses: 'workspace.health.calls.sendReply',
  member: 'workspace.health.calls.readMember',
  'member/live_chat': 'workspace.health.calls.liveChat',
  file: 'workspace.health.calls.findFile',
  integrations: 'workspace.health.calls.listIntegrations',
  integration: 'workspace.health.calls.changeIntegration',
  redirectMemberToNode: 'workspace.health.calls.handBackToNode',
} as const

const HEADS = [
  'workspace.health.calls.api',
  'workspace.health.calls.calls',
  'workspace.health.calls.refused',
  'workspace.health.calls.unreached',
  'workspace.health.calls.unclear',
  'workspace.health.calls.mean',
  'workspace.health.calls.p95',
] as const

/** Each API of Stella's in the last quarter of an hour; nothing when none was called. */
export function StellaCalls({ calls }: { calls: HealthView['stella'] }) {
  const { t, number } = useTranslator()
  if (calls.length === 0) return null
  return (
    <section aria-label={t('workspace.health.calls.label')} className="mt-6">
      <h2 className="mb-2 text-meta font-semibold text-muted">
        {t('workspace.health.calls.title')}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        aria-label={t('workspace.health.calls.table')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keys
        tabIndex={0}
        className="overflow-x-auto rounded-bubble border bg-surface"
      >
        <table className="w-full text-list tabular-nums">
          <thead className="text-left text-meta text-muted">
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {calls.map((call) => (
              <tr key={call.api}>
                <th scope="row" className="px-4 py-2 text-left font-medium">
                  {isNamed(call.api) ? t(NAMES[call.api]) : call.api}
                </th>
                <td className="px-4 py-2">{number(call.calls)}</td>
                <td className="px-4 py-2">{number(call.refused)}</td>
                <td className="px-4 py-2">{number(call.unreached)}</td>
                <td className="px-4 py-2">{number(call.unclear)}</td>
                <td className="px-4 py-2">{t('workspace.health.calls.ms', { ms: call.meanMs })}</td>
                <td className="px-4 py-2">{t('workspace.health.calls.ms', { ms: call.p95Ms })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function isNamed(api: string): api is keyof typeof NAMES {
  return api in NAMES
}
