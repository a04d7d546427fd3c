-- The log is append-only: only the delivery counter of an event may change, and nothing may go.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW.id, NEW.kind, NEW.body, NEW.received_at) IS NOT DISTINCT FROM (OLD.id, OLD.kind, OLD.body, OLD.received_at)
    AND (NEW.channel_id, NEW.conversation_id, NEW.agent_id, NEW.sha256, NEW.headers)
      IS NOT DISTINCT FROM (OLD.channel_id, OLD.conversation_id, OLD.agent_id, OLD.sha256, OLD.headers)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'events is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
--> statement-breakpoint
INSERT INTO feed_head (id, feed) VALUES (1, 0);
