import { SumsPage } from '@/components/admin/events/sums-page'

export default SumsPage
