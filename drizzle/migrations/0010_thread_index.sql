DROP INDEX "messages_thread";--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("conversation_id","sent_at","event_id","place") WHERE not removed and send_at is null;