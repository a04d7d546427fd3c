ALTER TABLE "conversations" ADD COLUMN "elsewhere_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "marketing" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "marketing_at" timestamp (3) with time zone;