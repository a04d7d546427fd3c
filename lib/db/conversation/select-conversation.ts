import { FAILED_REPLIES } from '../reply/failed-replies'

/** Conversations with their member, channel, assignee and newest line. */
export const SELECT = `
  select c.*, m.external_id, m.moved_to, m.stella_id, m.name as member_name, m.profile_name, m.email, m.locale,
    m.gender, m.profile_pic, m.picture_sha256, m.tags, m.bot_node, m.bot_tree, m.member_since, m.marketing, m.marketing_at, m.as_of,
    ch.name as channel_name, ch.platform, ch.authorized, ch.paused_at, ch.settings as channel_settings, a.name as assignee_name,
    l.author as last_author, l.content as last_content, l.deleted_at as last_deleted_at, l.sent_at as last_sent_at,
    l.agent_id as last_agent_id, la.name as last_agent_name, ${FAILED_REPLIES}
  from conversations c
    join members m on m.id = c.member_id
    join channels ch on ch.id = c.channel_id
    left join agents a on a.id = c.assignee_id
    left join messages l on l.id = c.last_message_id
    left join agents la on la.id = l.agent_id`
