CREATE TABLE "conversation_counters" (
	"agent_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"n" integer NOT NULL,
	"feed" bigint NOT NULL,
	CONSTRAINT "conversation_counters_agent_id_channel_id_name_pk" PRIMARY KEY("agent_id","channel_id","name")
);
--> statement-breakpoint
DROP INDEX IF EXISTS "conversations_owner";--> statement-breakpoint
DROP INDEX IF EXISTS "conversations_assignee";--> statement-breakpoint
ALTER TABLE "feed_head" ADD COLUMN "counted_feed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "conversation_counters_feed" ON "conversation_counters" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "events_reply" ON "events" USING btree ((substring(encode(body, 'escape') from '"messageId" ?: ?"([0-9A-Fa-f-]{36})"'))) WHERE kind like 'reply.%';--> statement-breakpoint
CREATE INDEX "conversations_channel" ON "conversations" USING btree ("channel_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "conversations_waiting_channel" ON "conversations" USING btree ("channel_id","owner_since","id") WHERE owner = 'waiting' and status = 'open';--> statement-breakpoint
CREATE INDEX "conversations_bot" ON "conversations" USING btree ("last_activity_at","id") WHERE owner in ('bot', 'unknown') and status = 'open';--> statement-breakpoint
CREATE INDEX "conversations_bot_channel" ON "conversations" USING btree ("channel_id","last_activity_at","id") WHERE owner in ('bot', 'unknown') and status = 'open';--> statement-breakpoint
CREATE INDEX "conversations_holder" ON "conversations" USING btree ("assignee_id","status","last_activity_at","id") WHERE assignee_id is not null;--> statement-breakpoint
CREATE INDEX "media_no_picture" ON "media" USING btree ("conversation_id") WHERE kind in ('image', 'video') and type = 'application/octet-stream';--> statement-breakpoint
CREATE INDEX "messages_failed_of" ON "messages" USING btree ("agent_id","sent_at") WHERE author = 'agent' and delivery = 'failed' and not removed;--> statement-breakpoint
CREATE INDEX "messages_pictures" ON "messages" USING btree ("conversation_id","sent_at","event_id","place") WHERE not removed and (content->>'type' in ('image', 'video') or jsonb_array_length(content->'mediaIds') > 1);--> statement-breakpoint
CREATE INDEX "messages_files" ON "messages" USING btree ("conversation_id","sent_at","event_id","place") WHERE not removed and (content->>'type' in ('audio', 'voice', 'file') or jsonb_array_length(content->'mediaIds') > 1);--> statement-breakpoint
CREATE INDEX "messages_deleted" ON "messages" USING btree ("conversation_id","sent_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "messages_deleted_event" ON "messages" USING btree ("event_id") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "messages_deleted_echo" ON "messages" USING btree ("echo_event_id") WHERE deleted_at is not null;