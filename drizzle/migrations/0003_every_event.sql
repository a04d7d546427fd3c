CREATE TABLE "member_aliases" (
	"channel_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"member_external_id" text NOT NULL,
	CONSTRAINT "member_aliases_channel_id_external_id_pk" PRIMARY KEY("channel_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"channel_id" uuid NOT NULL,
	"platform_message_id" text NOT NULL,
	"actor" text NOT NULL,
	"by" text NOT NULL,
	"emoji" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reactions_channel_id_platform_message_id_actor_pk" PRIMARY KEY("channel_id","platform_message_id","actor")
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "dialect" text DEFAULT 'stella' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "delivered_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "read_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "moved_to" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "context" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "dialect" text DEFAULT 'stella' NOT NULL;--> statement-breakpoint
CREATE INDEX "members_stella" ON "members" USING btree ("channel_id","stella_id");--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("conversation_id","sent_at") WHERE author <> 'member' and delivery in ('sent', 'delivered', 'failed');