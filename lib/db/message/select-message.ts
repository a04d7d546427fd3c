/** Messages with the name of who wrote them, what they answer, their reactions and their files. */
export const SELECT = `
  select m.*, a.name as agent_name, t.id as target_id, t.author as target_author,
    t.content as target_content, t.deleted_at as target_deleted_at,
    (select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'by', r.by, 'at', r.at) order by r.at, r.actor)
      from reactions r where r.channel_id = m.channel_id
        and r.platform_message_id = m.platform_message_id and r.emoji is not null) as reactions,
    (select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name,
      'state', f.state, 'type', f.type, 'size', f.size, 'width', f.width, 'height', f.height,
      'durationMs', f.duration_ms, 'peaks', f.peaks, 'blur', f.blur,
      'thumbnailSha256', f.thumbnail_sha256, 'reason', f.reason))
      from media f where f.message_id = m.id) as media
  from messages m
    left join agents a on a.id = m.agent_id
    left join message_keys k on k.channel_id = m.channel_id
      and m.reply_to_platform_id is not null and k.key = 'id:' || m.reply_to_platform_id
    left join messages t on t.id = k.message_id`
