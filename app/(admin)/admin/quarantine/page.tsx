import { QuarantinePage } from '@/components/admin/events/quarantine-page'

export default QuarantinePage
