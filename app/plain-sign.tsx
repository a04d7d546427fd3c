const PATHS = {
  cloud: ['M12 12v4', 'M12 20h.01', 'M8.128 16.949A7 7 0 1 1 15.71 8h1.79a1 1 0 0 1 0 9h-1.642'],
  compass: [
    'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0',
    'm16.24 7.76-1.804 5.411a2 2 0 0 1-1.265 1.265L7.76 16.24l1.804-5.411a2 2 0 0 1 1.265-1.265z',
  ],
}

/** A sign of Lucide, drawn by itself: the screens for failures come along with every page, and so would the library. */
export function PlainSign({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
