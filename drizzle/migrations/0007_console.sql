CREATE TABLE "delivery_hours" (
	"channel_id" uuid NOT NULL,
	"hour" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "delivery_hours_channel_id_hour_pk" PRIMARY KEY("channel_id","hour")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "delivery_hours_hour" ON "delivery_hours" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "events_received_at" ON "events" USING brin ("received_at");