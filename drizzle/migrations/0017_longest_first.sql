ALTER TABLE "agents" ALTER COLUMN "settings" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
-- What nobody chose was stored as if they had: who never changed a setting takes the default of today.
UPDATE "agents" SET "settings" = '{}'::jsonb WHERE NOT EXISTS (
  SELECT FROM "events" WHERE "events"."agent_id" = "agents"."id" AND "events"."kind" = 'agent.settings-set');--> statement-breakpoint
CREATE INDEX "conversations_waiting" ON "conversations" USING btree ("owner_since","id") WHERE owner = 'waiting' and status = 'open';--> statement-breakpoint
CREATE INDEX "messages_failed" ON "messages" USING btree ("conversation_id") WHERE author = 'agent' and delivery = 'failed' and not removed;