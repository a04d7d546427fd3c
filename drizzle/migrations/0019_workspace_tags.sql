ALTER TABLE "house_tags" RENAME TO "workspace_tags";--> statement-breakpoint
ALTER TABLE "workspace_tags" RENAME CONSTRAINT "house_tags_pkey" TO "workspace_tags_pkey";--> statement-breakpoint
ALTER TABLE "conversations" RENAME COLUMN "house_tags" TO "workspace_tags";