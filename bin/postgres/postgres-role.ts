import type postgres from 'postgres'

/** Who the inbox is in its own Postgres: the owner of its database, and of nothing else. */
export const ROLE = 'inbox'

/**
 * Makes the role and its database, or gives it a database that an older version made as superuser. The inbox then can
 * read no file and start no program of the server's, whatever a statement of ours might be made to say.
 */
export async function ensureRole(sql: postgres.Sql, password: string) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${ROLE}`
  if (!found) await sql.unsafe(`create role ${ROLE} login nosuperuser nocreaterole nocreatedb`)
  const [text] = await sql<{ statement: string }[]>`
    select format('alter role %I with password %L', ${ROLE}::text, ${password}::text) as statement`
  if (text) await sql.unsafe(text.statement)
}

/** Makes the role the owner of the database and of all that lies in it. Again changes nothing. */
export async function giveDatabase(server: postgres.Sql, inside: postgres.Sql, database: string) {
  const [owner] = await server<{ name: string }[]>`
    select pg_get_userbyid(datdba) as name from pg_database where datname = ${database}`
  if (owner?.name === ROLE) return
  await inside.begin(async (tx) => {
    const statements = await tx<{ statement: string }[]>`${tx.unsafe(OWNED_BY_OTHERS)}`
    for (const { statement } of statements) await tx.unsafe(statement)
  })
  // At last: what was given in part is given whole at the next start.
  await server.unsafe(`alter database ${database} owner to ${ROLE}`)
}

/** Sequences of a column follow their table, types of rows too, and what an extension brought stays with it. */
const OWNED_BY_OTHERS = `
  with mine as (
    select oid, nspname from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'
  ), whole as (
    select format('alter schema %I owner to ${ROLE}', nspname) as statement, 'pg_namespace'::regclass as class, oid
    from mine where nspname <> 'public'
    union all
    select format('alter table %I.%I owner to ${ROLE}', nspname, relname), 'pg_class'::regclass, c.oid
    from pg_class c join mine on mine.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
        and relkind = 'S' and d.deptype in ('a', 'i'))
    union all
    select format('alter routine %s owner to ${ROLE}', p.oid::regprocedure), 'pg_proc'::regclass, p.oid
    from pg_proc p join mine on mine.oid = pronamespace
    union all
    select format('alter type %I.%I owner to ${ROLE}', nspname, typname), 'pg_type'::regclass, t.oid
    from pg_type t join mine on mine.oid = typnamespace
    where typtype in ('e', 'd') or (typtype = 'c' and exists (
      select from pg_class c where c.oid = typrelid and c.relkind = 'c'))
  )
  select statement from whole where not exists (
    select from pg_depend d where d.classid = class and d.objid = whole.oid and d.deptype = 'e')`
