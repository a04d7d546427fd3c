CREATE TABLE "ownership_spans" (
	"conversation_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"owner" text NOT NULL,
	"agent_id" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"why" text NOT NULL,
	"by_agent_id" uuid,
	"detail" text,
	"event_id" bigint NOT NULL,
	"feed" bigint NOT NULL,
	CONSTRAINT "ownership_spans_conversation_id_place_pk" PRIMARY KEY("conversation_id","place")
);
--> statement-breakpoint
ALTER TABLE "agents" ALTER COLUMN "settings" SET DEFAULT '{"undoSeconds":0,"ring":true,"notify":false}'::jsonb;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "owner_why" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "bot_problem" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "bot_tree" text;--> statement-breakpoint
CREATE UNIQUE INDEX "ownership_spans_open" ON "ownership_spans" USING btree ("conversation_id") WHERE ended_at is null;