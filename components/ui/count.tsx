const COUNT_SHOWN_MAX = 99

/** How many of something; `label` is what screen readers say instead ("3 unread"). */
export function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="grid h-[18px] min-w-[18px] place-items-center rounded-full bg-accent px-[5px] text-[11px] leading-none font-semibold text-accent-text tabular-nums">
      <span aria-hidden>{value > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
