import type { AuditEntry } from '@/lib/domain/log/audit'
import type { SettingVersion } from '@/lib/domain/log/setting-version'
import { toIso } from './iso'

/** One act. Times are ISO 8601 in UTC. */
export interface AuditEntryView extends Omit<AuditEntry, 'at'> {
  at: string
}

/** What a setting was from a moment on. */
export interface SettingVersionView extends Omit<SettingVersion, 'at'> {
  at: string
}

export function toAuditEntryView(entry: AuditEntry): AuditEntryView {
  return { ...entry, at: toIso(entry.at) }
}

export function toSettingVersionView(version: SettingVersion): SettingVersionView {
  return { ...version, at: toIso(version.at) }
}
