'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { Toaster } from '@/components/ui/feedback/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { ActionsProvider } from '@/lib/client/browser/actions'
import { LiveProvider } from '@/lib/client/live/live'
import { ViewerProvider } from '@/lib/client/people/use-viewer'
import { createQueryClient } from '@/lib/client/query-client'
import type { Viewer } from '@/lib/domain/people/viewer'
import { SignOutProvider } from './sign-out'

interface ProvidersProps {
  viewer: Viewer
  initialFeed: number
  children: ReactNode
}

/** What every screen of a signed-in person stands on. */
export function Providers({ viewer, initialFeed, children }: ProvidersProps) {
  const [client] = useState(() => createQueryClient((message) => toast.error(message)))
  return (
    <QueryClientProvider client={client}>
      <ViewerProvider viewer={viewer}>
        <LiveProvider initialFeed={initialFeed}>
          <ActionsProvider>
            <TooltipProvider>
              <SignOutProvider>{children}</SignOutProvider>
            </TooltipProvider>
          </ActionsProvider>
        </LiveProvider>
      </ViewerProvider>
      <Toaster />
    </QueryClientProvider>
  )
}
