package org.opensocialnet.directory;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
class ScratchLoadTest {
    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void load() throws Exception {
        int n = Integer.getInteger("load", 100000);
        one(n, 0, "new");
        one(n, 0, "same");
        one(n, 1, "phones changed");
    }

    void one(int n, int variant, String what) {
        long t = System.nanoTime();
        var r = new Random(1);
        var term = jdbc.sql("select id::text from directory.taxonomy_term")
                .query((x, i) -> x.getString(1))
                .list();
        try (var in = directory.intake("load", "load", IntakeOptions.wholeSource())) {
            long[] line = {0};
            for (int i = 0; i < n; i++) {
                var org = id("o", i / 10);
                if (i % 10 == 0)
                    in.accept(
                            "organization",
                            o(++line[0]),
                            Map.of("id", org, "name", "Οργάνωση " + i, "description", "Περιγραφή ".repeat(10)));
                var s = id("s", i);
                var l = id("l", i / 2);
                var sal = id("sl", i);
                in.accept(
                        "service",
                        o(++line[0]),
                        Map.of(
                                "id",
                                s,
                                "organization_id",
                                org,
                                "name",
                                "Υπηρεσία " + i,
                                "status",
                                "active",
                                "description",
                                "Μια υπηρεσία που βοηθά ".repeat(20)));
                if (i % 2 == 0) {
                    in.accept(
                            "location",
                            o(++line[0]),
                            Map.of(
                                    "id",
                                    l,
                                    "location_type",
                                    "physical",
                                    "name",
                                    "Τόπος " + i,
                                    "latitude",
                                    "37.9" + r.nextInt(100000),
                                    "longitude",
                                    "23.7" + r.nextInt(10000)));
                    in.accept(
                            "address",
                            o(++line[0]),
                            Map.of(
                                    "id",
                                    id("a", i),
                                    "location_id",
                                    l,
                                    "address_1",
                                    "Οδός " + i,
                                    "city",
                                    "Αθήνα",
                                    "state_province",
                                    "Αττική",
                                    "postal_code",
                                    "10431",
                                    "country",
                                    "GR",
                                    "address_type",
                                    "physical"));
                    in.accept(
                            "accessibility",
                            o(++line[0]),
                            Map.of("id", id("ac", i), "location_id", l, "feature", "wheelchair"));
                }
                in.accept("service_at_location", o(++line[0]), Map.of("id", sal, "service_id", s, "location_id", l));
                in.accept(
                        "phone",
                        o(++line[0]),
                        Map.of(
                                "id",
                                id("p", i),
                                "service_id",
                                s,
                                "number",
                                "210 " + i + (variant == 1 && i % 100 == 0 ? "x" : "")));
                for (int k = 0; k < 2; k++) {
                    in.accept(
                            "schedule",
                            o(++line[0]),
                            Map.of(
                                    "id",
                                    id("h" + k, i),
                                    "service_at_location_id",
                                    sal,
                                    "freq",
                                    "WEEKLY",
                                    "byday",
                                    k == 0 ? "MO,TU,WE" : "FR",
                                    "opens_at",
                                    "09:00",
                                    "closes_at",
                                    "17:00"));
                    in.accept(
                            "language",
                            o(++line[0]),
                            Map.of("id", id("g" + k, i), "service_id", s, "code", k == 0 ? "el" : "en"));
                }
                in.accept(
                        "cost_option",
                        o(++line[0]),
                        Map.of("id", id("c", i), "service_id", s, "option", "free", "amount", "0"));
                for (int k = 0; k < 3; k++) {
                    in.accept(
                            "attribute",
                            o(++line[0]),
                            Map.of(
                                    "id",
                                    id("at" + k, i),
                                    "link_id",
                                    s,
                                    "link_entity",
                                    "service",
                                    "taxonomy_term_id",
                                    term.get(r.nextInt(term.size()))));
                }
            }
            System.out.println(what + " read " + line[0] + " in " + (System.nanoTime() - t) / 1000000 + " ms");
            var report = in.finish();
            System.out.println(what + " done " + (System.nanoTime() - t) / 1000000 + " ms " + report.total()
                    + report.problems().stream().limit(3).toList());
        }
    }

    static RowOrigin o(long l) {
        return new RowOrigin("f.csv", l);
    }

    static String id(String k, int i) {
        return UUID.nameUUIDFromBytes((k + i).getBytes()).toString();
    }
}
