ALTER TABLE "activities" ALTER COLUMN "detail" SET DATA TYPE jsonb USING to_jsonb("detail");--> statement-breakpoint
ALTER TABLE "conversations" ALTER COLUMN "bot_problem" SET DATA TYPE jsonb USING to_jsonb("bot_problem");--> statement-breakpoint
ALTER TABLE "event_outcomes" ALTER COLUMN "error" SET DATA TYPE jsonb USING to_jsonb("error");--> statement-breakpoint
ALTER TABLE "media" ALTER COLUMN "reason" SET DATA TYPE jsonb USING to_jsonb("reason");--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "error" SET DATA TYPE jsonb USING to_jsonb("error");--> statement-breakpoint
ALTER TABLE "receipts" ALTER COLUMN "error" SET DATA TYPE jsonb USING to_jsonb("error");--> statement-breakpoint
ALTER TABLE "connection_pauses" ALTER COLUMN "reason" SET DATA TYPE jsonb USING to_jsonb("reason");--> statement-breakpoint
UPDATE "messages" SET "error" = '{"key": "reply.cancelled"}' WHERE "error" = '"Cancelled before it was sent."';
