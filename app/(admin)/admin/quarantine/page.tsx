import type { Metadata } from 'next'
import { QuarantinePage } from '@/components/admin/log/quarantine-page'

export const metadata: Metadata = { title: 'Quarantine · stella-inbox' }

export default QuarantinePage
