package org.opensocialnet.people;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.vault.Vault;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Fills the registry with people by bulk, sealed and under the tokens they would have, and looks for them. */
public final class FindWork {

    private static final int ORGANIZATIONS = 60;
    private static final int AT_ONCE = 20_000;
    private static final Map<String, FactKind> KINDS = Map.of(
            "given", FactKind.GIVEN_NAME, "family", FactKind.FAMILY_NAME, "birth", FactKind.BORN, "phone", FactKind.PHONE);

    private final ApplicationContext program;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Tokens tokens;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Random random = new Random(11);
    private final List<UUID> organizations = new ArrayList<>();
    private final List<UUID> organizationOf = new ArrayList<>();
    private final List<UUID> persons = new ArrayList<>();

    public FindWork(ApplicationContext program) {
        this.program = program;
        this.jdbc = program.getBean(JdbcClient.class);
        this.vault = program.getBean(Vault.class);
        this.tokens = program.getBean(Tokens.class);
        for (int at = 0; at < ORGANIZATIONS; at++) {
            organizations.add(Uuid7.next());
        }
    }

    /** Where each row's person lies: a fifth of all in the largest organisation. */
    public UUID organization(int row) {
        return organizationOf.get(row);
    }

    public UUID person(int row) {
        return persons.get(row);
    }

    /** Whether an earlier run filled it; ids count up, so people stand in the order of the rows. */
    public boolean isFilled(int rows) {
        Sight.job("bench").run(() -> program.getBean(TransactionOperations.class)
                .executeWithoutResult(_ -> jdbc.sql("select id, organization from people.person order by id")
                        .query((RowCallbackHandler) row -> {
                            persons.add(row.getObject("id", UUID.class));
                            organizationOf.add(row.getObject("organization", UUID.class));
                        })));
        if (persons.size() == rows) {
            return true;
        }
        persons.clear();
        organizationOf.clear();
        return false;
    }

    public void fill(List<String> fields, List<List<String>> rows) throws Exception {
        system("""
                create schema bench;
                create unlogged table bench.person (id uuid, organization uuid);
                create unlogged table bench.fact (id uuid, person uuid, organization uuid, kind text, sealed bytea, words int);
                create unlogged table bench.spelt (words int, token bigint)
                """);
        try (var connection = program.getBean(DataSource.class).getConnection()) {
            connection.setAutoCommit(true);
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                copy(connection, fields, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
            }
        }
        system("""
                alter table people.fact drop constraint fact_person_fkey;
                alter table people.token drop constraint token_pkey, drop constraint token_fact_fkey,
                                         drop constraint token_person_fkey;
                drop index people.token_of_fact;
                drop index people.token_of_person;
                drop index people.token_in_organization
                """);
        system("""
                insert into people.person (id, organization, self, created_at)
                select id, organization, id, now() from bench.person
                """);
        system("""
                insert into people.fact (id, person, organization, kind, sealed, quality, finding, recorded_at)
                select id, person, organization, kind, sealed, 'given', %d, now() from bench.fact
                """.formatted(vault.finding()));
        system("""
                insert into people.token (token, fact, person, organization)
                select distinct s.token, f.id, f.person, f.organization
                from bench.fact f join bench.spelt s using (words)
                """);
        system("""
                set local maintenance_work_mem = '512MB';
                alter table people.token add primary key (token, organization, fact) include (person);
                create index token_of_fact on people.token (fact);
                create index token_of_person on people.token (person);
                create index token_in_organization on people.token (token, organization, person);
                drop schema bench cascade
                """);
        try (var connection = program.getBean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze people.token");
            statement.execute("vacuum analyze people.fact");
            statement.execute("vacuum analyze people.person");
        }
    }

    private void copy(Connection connection, List<String> fields, List<List<String>> rows) throws Exception {
        var persons = new StringBuilder();
        var facts = new StringBuilder();
        var spelt = new StringBuilder();
        for (var row : rows) {
            var person = Uuid7.next();
            var organization = organizations.get((int) (ORGANIZATIONS * Math.pow(random.nextDouble(), 2.5)));
            this.persons.add(person);
            this.organizationOf.add(organization);
            persons.append(person).append('\t').append(organization).append('\n');
            for (int at = 0; at < fields.size(); at++) {
                var kind = KINDS.get(fields.get(at));
                var text = row.get(at);
                if (kind != null && !text.isEmpty()) {
                    facts.append(Uuid7.next()).append('\t').append(person).append('\t').append(organization).append('\t');
                    facts.append(kind.code()).append("\t\\\\x");
                    facts.append(HexFormat.of().formatHex(vault.seal(person, kind.code(), text)));
                    facts.append('\t').append(words(kind, text, spelt)).append('\n');
                }
            }
        }
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        copy(copies, "bench.person", persons);
        copy(copies, "bench.fact", facts);
        copy(copies, "bench.spelt", spelt);
    }

    private int words(FactKind kind, String text, StringBuilder spelt) {
        return texts.computeIfAbsent(kind + " " + text, _ -> {
            int number = texts.size();
            tokens.of(kind, text).forEach(token -> spelt.append(number).append('\t').append(token).append('\n'));
            return number;
        });
    }

    private static void copy(CopyManager copies, String table, StringBuilder rows) throws Exception {
        copies.copyIn(
                "copy " + table + " from stdin",
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void system(String statements) {
        Sight.job("bench").run(() -> program.getBean(TransactionOperations.class).executeWithoutResult(_ -> {
            for (var statement : statements.split(";")) {
                jdbc.sql(statement).update();
            }
        }));
    }

    /** What a page of the desk asks when somebody typed this; milliseconds, and whether she was among those shown. */
    public record Answer(double found, double elsewhere, boolean her) {}

    public Answer find(UUID organization, String typed, UUID her) {
        var people = program.getBean(People.class);
        var elsewhere = program.getBean(Elsewhere.class);
        var worker = new Sight(Uuid7.next(), organization, "caseworker", Sight.Reach.ORGANIZATION, "desk", "here");
        return worker.call(() -> {
            long begun = System.nanoTime();
            var found = people.find(typed);
            long between = System.nanoTime();
            elsewhere.maybe(typed);
            long end = System.nanoTime();
            return new Answer(
                    (between - begun) / 1e6,
                    (end - between) / 1e6,
                    found.stream().anyMatch(person -> person.id().value().equals(her)));
        });
    }
}
