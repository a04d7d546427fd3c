CREATE TABLE "connection_pauses" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"tries" integer NOT NULL,
	"probing" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "send_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "unless_member_writes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "echo_event_id" bigint;--> statement-breakpoint
CREATE INDEX "messages_scheduled" ON "messages" USING btree ("conversation_id","send_at") WHERE send_at is not null;--> statement-breakpoint
CREATE INDEX "messages_outbox" ON "messages" USING btree ("delivery","sent_at","id") WHERE author = 'agent' and not removed and delivery in ('queued', 'sending', 'failed', 'unconfirmed');