import { EventsPage } from '@/components/admin/events/events-page'

export default EventsPage
