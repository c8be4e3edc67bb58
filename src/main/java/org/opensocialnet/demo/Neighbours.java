package org.opensocialnet.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.doubles.Doubles;
import org.opensocialnet.imports.Imports;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A second directory that the invented city once took in: a small list of an invented association, one row of it wrong, and
 * two of its entries the same as some of the city's own. So that the pages of imports and doubles have something to show.
 */
@Component
class Neighbours {

    private static final String SOURCE = "demo-neighbours";
    private static final String NAME = "«Γείτονες σε δίκτυο» (επινοημένη πηγή)";
    private static final String TWICE = "Η Σκάλα της Δουλειάς";

    private static final SignedIn NIKI = new SignedIn(new UUID(0, 0), "Νίκη Δοκιμαστική", null, "", Set.of(), Set.of());

    private final Imports imports;
    private final Doubles doubles;
    private final DemoSettings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Neighbours(
            Imports imports,
            Doubles doubles,
            DemoSettings settings,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.imports = imports;
        this.doubles = doubles;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What is there of the organisation that the other list names too. */
    private record Known(String phone, String email) {}

    /** Makes the directory hold what the settings say; of several nodes that start at once, one does it. */
    void settle() {
        Sight.job("demo")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('demo.neighbours'))::text")
                            .query(String.class)
                            .single();
                    boolean wanted = settings.enabled() && settings.size() == DemoSettings.Size.SMALL;
                    boolean there = imports.isThere(SOURCE);
                    if (wanted && !there) {
                        bring();
                    } else if (!wanted && there) {
                        imports.takeBack(SOURCE);
                    }
                }));
    }

    private void bring() {
        var known = jdbc.sql("""
                        select (select min(s.email) from directory.public_service s
                                where s.organization_id = o.id and s.name = 'Σύμβουλος εργασίας') as email,
                               (select min(p.number) from directory.public_phone p
                                left join directory.public_service s on s.id = p.service_id
                                where p.organization_id = o.id or s.organization_id = o.id) as phone
                        from directory.public_organization o
                        where o.record_source = 'demo' and o.gone_at is null and o.name like '%' || :name || '%'
                        limit 1
                        """)
                .param("name", TWICE)
                .query((row, _) ->
                        new Known(String.valueOf(row.getString("phone")), String.valueOf(row.getString("email"))))
                .optional();
        known.ifPresent(found -> {
            imports.bring(NIKI, SOURCE, NAME, "geitones-2026.zip", file(found));
            doubles.search();
        });
    }

    private static byte[] file(Known known) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var table : tables(known).entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> tables(Known known) {
        return Map.of(
                "organizations.csv", """
                id,name,description
                skala,I Skala tis Douleias,Συμβουλευτική για εργασία
                vivlia,Γειτονιά των Βιβλίων (επινοημένος φορέας),Παρέα που ανταλλάσσει βιβλία
                """,
                "services.csv", """
                id,organization_id,name,description,status,email,minimum_age
                symvoulos,skala,Σύμβουλος εργασίας,Βοήθεια για βιογραφικό και συνέντευξη,active,%s,18
                antallagi,vivlia,Ανταλλαγή βιβλίων,Φέρτε ένα και πάρτε ένα,active,,
                paraskevi,vivlia,Ανάγνωση της Παρασκευής,Διαβάζουμε μαζί,active,,πολύ
                """.formatted(known.email()),
                "phones.csv", """
                id,organization_id,service_id,number
                p1,skala,,%1$s
                p2,,symvoulos,%1$s
                """.formatted(known.phone()));
    }
}
