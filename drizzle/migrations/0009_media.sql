CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"file" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "duration_ms" integer;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "peaks" jsonb;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "blur" text;--> statement-breakpoint
CREATE INDEX "uploads_bytes" ON "uploads" USING btree (("file"->>'sha256'));--> statement-breakpoint
CREATE INDEX "uploads_age" ON "uploads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "media_conversation" ON "media" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "media_bytes" ON "media" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "media_thumbnail" ON "media" USING btree ("thumbnail_sha256");