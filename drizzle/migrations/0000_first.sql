CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"channel_id" uuid,
	"conversation_id" uuid,
	"agent_id" uuid,
	"body" "bytea" NOT NULL,
	"sha256" "bytea",
	"headers" jsonb,
	"deliveries" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_delivered_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_events" (
	"event_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"agent_id" uuid,
	"event_id" bigint NOT NULL,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"name" text NOT NULL,
	"platform" text NOT NULL,
	"stella_id" text NOT NULL,
	"external_id" text NOT NULL,
	"authorized" boolean NOT NULL,
	"connected_at" timestamp (3) with time zone NOT NULL,
	"disconnected_at" timestamp (3) with time zone,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text NOT NULL,
	"owner" text NOT NULL,
	"owner_since" timestamp (3) with time zone,
	"live_chat" boolean,
	"live_chat_as_of" timestamp (3) with time zone,
	"assignee_id" uuid,
	"drift_at" timestamp (3) with time zone,
	"unread" integer NOT NULL,
	"last_message_id" uuid,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"last_inbound_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_outcomes" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"feed" bigint NOT NULL,
	"outcome" text NOT NULL,
	"reading" text,
	"rule" text,
	"error" text,
	"messages" integer NOT NULL,
	"statuses" integer NOT NULL,
	"duplicates" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"whatsapp_media_id" text,
	"source_url" text,
	"name" text,
	"state" text NOT NULL,
	"type" text,
	"size" bigint,
	"width" integer,
	"height" integer,
	"sha256" text,
	"thumbnail_sha256" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"stella_id" text,
	"name" text,
	"profile_name" text,
	"email" text,
	"locale" text,
	"gender" text,
	"profile_pic" text,
	"tags" jsonb NOT NULL,
	"bot_node" text,
	"member_since" timestamp (3) with time zone,
	"as_of" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_keys" (
	"channel_id" uuid NOT NULL,
	"key" text NOT NULL,
	"message_id" uuid NOT NULL,
	"guessed" boolean NOT NULL,
	CONSTRAINT "message_keys_channel_id_key_pk" PRIMARY KEY("channel_id","key")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"author" text NOT NULL,
	"agent_id" uuid,
	"content" jsonb NOT NULL,
	"platform_message_id" text,
	"reply_to_platform_id" text,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"delivery" text,
	"error" text,
	"attempted_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"echoed" boolean NOT NULL,
	"provisional" boolean NOT NULL,
	"removed" boolean NOT NULL,
	"created_feed" bigint NOT NULL,
	"feed" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"channel_id" uuid NOT NULL,
	"platform_message_id" text NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"error" text,
	"event_id" bigint NOT NULL,
	CONSTRAINT "receipts_channel_id_platform_message_id_status_pk" PRIMARY KEY("channel_id","platform_message_id","status")
);
--> statement-breakpoint
CREATE TABLE "sightings" (
	"channel_id" uuid NOT NULL,
	"content_key" text NOT NULL,
	"source" text NOT NULL,
	"second" bigint NOT NULL,
	"ref" text NOT NULL,
	"message_id" uuid,
	CONSTRAINT "sightings_channel_id_content_key_second_source_ref_pk" PRIMARY KEY("channel_id","content_key","second","source","ref")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_secrets" (
	"channel_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"secret" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_secrets_channel_id_slot_pk" PRIMARY KEY("channel_id","slot")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"access_token" "bytea" NOT NULL,
	"token_hint" text NOT NULL,
	"bot_url" text NOT NULL,
	"rest_url" text NOT NULL,
	"file_url" text NOT NULL,
	"response_key" text NOT NULL,
	"token_param" text NOT NULL,
	"signature_header" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_workers" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"process_key" integer NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rejected_signatures" (
	"channel_id" uuid NOT NULL,
	"day" text NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rejected_signatures_channel_id_day_pk" PRIMARY KEY("channel_id","day")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"subject" text NOT NULL,
	"window" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "sign_in_failures_subject_window_pk" PRIMARY KEY("subject","window")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "events_channel_sha256" ON "events" USING btree ("channel_id","sha256");--> statement-breakpoint
CREATE INDEX "events_conversation" ON "events" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "activities_thread" ON "activities" USING btree ("conversation_id","at");--> statement-breakpoint
CREATE INDEX "activities_feed" ON "activities" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "channels_connection" ON "channels" USING btree ("connection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_member" ON "conversations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "conversations_activity" ON "conversations" USING btree ("last_activity_at","id");--> statement-breakpoint
CREATE INDEX "conversations_owner" ON "conversations" USING btree ("owner","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "conversations_assignee" ON "conversations" USING btree ("assignee_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "conversations_feed" ON "conversations" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "event_outcomes_feed" ON "event_outcomes" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "event_outcomes_quarantine" ON "event_outcomes" USING btree ("event_id") WHERE outcome = 'quarantined';--> statement-breakpoint
CREATE INDEX "media_message" ON "media" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_identity" ON "members" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE INDEX "message_keys_message" ON "message_keys" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("conversation_id","sent_at","event_id","place");--> statement-breakpoint
CREATE INDEX "messages_feed" ON "messages" USING btree ("feed");--> statement-breakpoint
CREATE INDEX "messages_arrival" ON "messages" USING btree ("conversation_id","created_feed");--> statement-breakpoint
CREATE INDEX "messages_unsettled" ON "messages" USING btree ("conversation_id") WHERE author = 'agent' and not echoed;--> statement-breakpoint
CREATE UNIQUE INDEX "agents_email" ON "agents" USING btree (lower("email"));