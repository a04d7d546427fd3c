CREATE TABLE "merged_conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"into_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "created_feed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "merged_conversations_into" ON "merged_conversations" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "merged_conversations_feed" ON "merged_conversations" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "member_aliases_member" ON "member_aliases" USING btree ("channel_id","member_external_id");