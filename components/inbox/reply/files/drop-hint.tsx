import { Paperclip } from 'lucide-react'

/** Says where files will go that are held over the page. */
export function DropHint() {
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center gap-2 bg-accent-soft font-medium text-accent-ink text-list">
      <Paperclip aria-hidden className="size-4" /> Drop to attach
    </div>
  )
}
