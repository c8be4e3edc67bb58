package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table is closed to whoever has no sight, unless it says here why it may stand open. */
@SpringBootTest
class RowSecurityTest {

    /** Schemas and tables that belong to no organisation, each with its reason. A new line needs a good one. */
    static final Map<String, String> OPEN = Map.of(
            "public", "the migrations' own history and the events on their way: written by the program alone",
            "directory", "the city's public book; its views are the gate (0020) and one intake writes it (0021)",
            "goods", "kinds of goods and what is usual of them: nobody's records, written by one desk",
            "demo", "one line: that the invented city was loaded",
            "chronicle", "one line: how far the invented city's ledger was told");

    record Table(String name, boolean closed, boolean forOwnerToo, int policies) {}

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableHasAPolicyThatBindsItsOwnerToo() {
        assertThat(tables())
                .filteredOn(table -> !isOpen(table.name()))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.closed() && table.forOwnerToo() && table.policies() > 0)
                        .as("%s: enable and force row level security and give it policies", table.name())
                        .isTrue());
    }

    /** What every page shows to everybody, each with its reason. A new line needs a good one. */
    static final Map<String, String> READ_BY_ALL = Map.of(
            "settings.value: read", "the site's names and switches; what is secret among them is sealed",
            "settings.emblem: read", "pictures at the top and the foot of every page",
            "evidence.publication: read", "what everybody was told: only figures that passed the gate");

    /** A policy that shows everything to everybody is none. */
    @Test
    void noPolicyShowsAllRowsToEverybody() {
        assertThat(jdbc.sql("""
                select polrelid::regclass || ': ' || polname
                from pg_policy
                where polcmd in ('r', '*') and (polqual is null or pg_get_expr(polqual, polrelid) = 'true')
                """).query(String.class).list()).containsExactlyInAnyOrderElementsOf(READ_BY_ALL.keySet());
    }

    /** Views look with the eyes of whoever asks, or stand upon tables that are open. */
    @Test
    void noViewLooksPastThePolicies() {
        assertThat(jdbc.sql("""
                select v.oid::regclass::text
                from pg_class v
                join pg_namespace n on n.oid = v.relnamespace
                where v.relkind in ('v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                  and not coalesce(v.reloptions @> array['security_invoker=true'], false)
                """).query(String.class).list()).allMatch(view -> isOpen(view));
    }

    @Test
    void whatStandsOpenIsStillThere() {
        assertThat(OPEN.keySet())
                .allSatisfy(name -> assertThat(tables())
                        .as("tables of %s", name)
                        .anyMatch(table -> table.name().equals(name)
                                || schema(table.name()).equals(name)));
    }

    @Test
    void theProgramsOwnLoginIsBoundByPolicies() {
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private static boolean isOpen(String table) {
        return OPEN.containsKey(table) || OPEN.containsKey(schema(table));
    }

    private static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    /** Partitions are reached through their table, whose policies hold. */
    private List<Table> tables() {
        return jdbc.sql("""
                select n.nspname || '.' || c.relname as name,
                       c.relrowsecurity              as closed,
                       c.relforcerowsecurity         as for_owner_too,
                       (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p')
                  and n.nspname not like 'pg\\_%'
                  and n.nspname <> 'information_schema'
                order by 1
                """)
                .query((row, _) -> new Table(
                        row.getString("name"),
                        row.getBoolean("closed"),
                        row.getBoolean("for_owner_too"),
                        row.getInt("policies")))
                .list();
    }
}
