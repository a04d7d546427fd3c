ALTER TABLE "members" ADD COLUMN "picture_of" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "picture_sha256" text;--> statement-breakpoint
CREATE INDEX "members_picture" ON "members" USING btree ("picture_sha256") WHERE picture_sha256 is not null;