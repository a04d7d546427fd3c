/** A language tag as tags are compared. */
export function normalTag(language: string): string {
  return language.toLowerCase().replaceAll('_', '-')
}

/** The language alone; Chinese keeps its script, because 繁體 and 简体 are not each other's stand-in. */
export function stem(language: string): string {
  const [first = '', ...rest] = normalTag(language).split('-')
  if (first !== 'zh') return first
  return rest.some((part) => ['hans', 'cn', 'sg'].includes(part)) ? 'zh-hans' : 'zh-hant'
}
