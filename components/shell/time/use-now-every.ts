'use client'

import { useEffect, useState } from 'react'

/** The time in epoch ms, new every `everyMs`; `undefined` until the browser has taken over from the server. */
export function useNowEvery(everyMs: number): number | undefined {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
