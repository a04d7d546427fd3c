CREATE TABLE "known_devices" (
	"device_sha256" text NOT NULL,
	"agent_id" uuid NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_devices_device_sha256_agent_id_pk" PRIMARY KEY("device_sha256","agent_id")
);
--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_devices_agent" ON "known_devices" USING btree ("agent_id");--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "last_sign_in_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "agents" a SET "last_sign_in_at" = s."at"
FROM (SELECT "agent_id", max("created_at") AS "at" FROM "sessions" GROUP BY "agent_id") s WHERE s."agent_id" = a."id";--> statement-breakpoint
DROP INDEX "agents_email";--> statement-breakpoint
-- As `toEmail` writes them: small letters are those of ASCII whatever the database's language is. Of several rows that would
-- become one, which the old index let in, the first is changed and the others stay as they are.
UPDATE "agents" a SET "email" = n."email" FROM (
	SELECT "id", "email", row_number() OVER (PARTITION BY "email" ORDER BY "before" <> "email", "created_at", "id") AS "place"
	FROM (SELECT "id", "created_at", "email" AS "before", lower(btrim(normalize("email", NFKC)) COLLATE "C") AS "email" FROM "agents") s
) n WHERE n."id" = a."id" AND n."place" = 1 AND n."email" <> a."email";--> statement-breakpoint
CREATE UNIQUE INDEX "agents_email" ON "agents" USING btree ("email");--> statement-breakpoint
UPDATE "agent_links" SET "email" = lower(btrim(normalize("email", NFKC)) COLLATE "C") WHERE "email" IS NOT NULL;--> statement-breakpoint
-- Links of people who may not let anybody in any more must not come back to life with their role.
UPDATE "agent_links" l SET "withdrawn_at" = now() WHERE l."used_at" IS NULL AND l."withdrawn_at" IS NULL AND NOT EXISTS (
	SELECT FROM "agents" m WHERE m."id" = l."made_by" AND m."role" = 'admin' AND m."disabled_at" IS NULL);--> statement-breakpoint
-- Tries are counted by the id of the account from now on, and so is what it knows.
DELETE FROM "sign_in_failures";--> statement-breakpoint
ALTER TABLE "known_addresses" DROP CONSTRAINT "known_addresses_account_address_pk";--> statement-breakpoint
ALTER TABLE "known_addresses" ADD COLUMN "agent_id" uuid;--> statement-breakpoint
UPDATE "known_addresses" k SET "agent_id" = a."id" FROM "agents" a WHERE a."email" = k."account";--> statement-breakpoint
DELETE FROM "known_addresses" WHERE "agent_id" IS NULL;--> statement-breakpoint
ALTER TABLE "known_addresses" ALTER COLUMN "agent_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "known_addresses" DROP COLUMN "account";--> statement-breakpoint
ALTER TABLE "known_addresses" ADD CONSTRAINT "known_addresses_agent_id_address_pk" PRIMARY KEY("agent_id","address");--> statement-breakpoint
ALTER TABLE "known_addresses" ADD CONSTRAINT "known_addresses_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;
