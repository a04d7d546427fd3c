CREATE TABLE "agent_avatars" (
	"agent_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agent_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_sha256" text NOT NULL,
	"purpose" text NOT NULL,
	"email" text,
	"role" text,
	"channel_ids" uuid[],
	"agent_id" uuid,
	"made_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "agent_links_token_sha256_unique" UNIQUE("token_sha256")
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"folder" text NOT NULL,
	"texts" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "house_tags" (
	"name" text PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"color" text NOT NULL,
	"description" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agents" ALTER COLUMN "settings" SET DEFAULT '{"undoSeconds":0,"language":"en","ring":true,"notify":false,"notifyMine":true}'::jsonb;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "channel_ids" uuid[];--> statement-breakpoint
ALTER TABLE "agent_avatars" ADD CONSTRAINT "agent_avatars_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_links" ADD CONSTRAINT "agent_links_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_links_agent" ON "agent_links" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "events_own" ON "events" USING btree ("id") WHERE kind <> 'webhook';--> statement-breakpoint
CREATE INDEX "events_agent" ON "events" USING btree ("agent_id","id") WHERE agent_id is not null;