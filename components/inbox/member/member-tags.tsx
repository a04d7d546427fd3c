import { Pill } from '@/components/ui/pill'
import { Nothing, PanelSection } from './panel-section'

/** The member's tags at Stella. They are read there and set there. */
export function MemberTags({ tags }: { tags: string[] }) {
  return (
    <PanelSection title="Tags at Stella">
      {tags.length === 0 ? (
        <Nothing>None.</Nothing>
      ) : (
        <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
          {[...new Set(tags)].map((tag) => (
            <li key={tag} className="max-w-full">
              <Pill tone="outline" className="max-w-full">
                <bdi className="truncate">{tag}</bdi>
              </Pill>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  )
}
