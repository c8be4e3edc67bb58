package org.opensocialnet.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.pledges.Pledges.Said;
import org.opensocialnet.pledges.Pledges.Wanted;
import org.opensocialnet.support.Covering;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A shelter is called for; a soup kitchen and a parish pledge parts of it, and think again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PledgesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Pledges pledges;

    @Autowired
    Stock stock;

    @Autowired
    Covering covering;

    UUID shelter;
    UUID kitchen;
    Visitor danae;
    Visitor nikos;
    UUID request;
    UUID line;

    @BeforeEach
    void aCallForThirtyBlankets() {
        shelter = Uuid7.next();
        kitchen = Uuid7.next();
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        nikos = AtTheDesk.of(context).as(Role.EDITOR, kitchen);
        request = Uuid7.next();
        line = Uuid7.next();
        inSight(() -> {
            jdbc.sql("""
                    insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                    values (:id, :id, 'organization', :organization, 'Κουβέρτες για τον χειμώνα', '{"is": "Open"}', now(), now())
                    """).param("id", request).param("organization", shelter).update();
            jdbc.sql("insert into support.story (request, text) values (:id, 'κρυφός λόγος')")
                    .param("id", request)
                    .update();
            return jdbc.sql("""
                    insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone)
                    values (:line, :id, 'goods', 'Κουβέρτα', 30, 'item', 30, 'night-shelter', '', '')
                    """).param("id", request).param("line", line).update();
        });
    }

    @Test
    void severalPledgePartsAndTheRequestKnowsHowFarItIs() {
        var parish = AtTheDesk.of(context).as(Role.EDITOR, Uuid7.next());
        assertThat(nikos.get("/desk/calls/" + request).body())
                .contains("Κουβέρτες για τον χειμώνα", "μένουν 30 τεμάχια")
                .doesNotContain("κρυφός λόγος");
        assertThat(nikos.get("/desk/requests/" + request).statusCode()).isEqualTo(404);
        assertThat(pledge(nikos, "12", Map.of("conditions", "Τις φέρνουμε εμείς")))
                .isEqualTo(302);
        assertThat(danae.get("/desk/requests/" + request).body()).contains("καλύφθηκε εν μέρει", "12 τεμάχια");
        assertThat(pledge(parish, "19", Map.of())).as("more than is left").isEqualTo(422);
        assertThat(pledge(parish, "18", Map.of())).isEqualTo(302);
        assertThat(danae.get("/desk/requests/" + request + "/pledges").body())
                .contains("12 τεμάχια", "18 τεμάχια")
                .doesNotContain("Κανείς ακόμη");

        var own = nikos.get("/desk/pledges").body();
        assertThat(own).contains("Κουβέρτα: 12 τεμάχια").doesNotContain("18 τεμάχια");
        var id = id(own, "/desk/pledges/");
        assertThat(parish.get("/desk/pledges/" + id).statusCode()).isEqualTo(404);
        assertThat(danae.get("/desk/promises/" + id).body()).contains("Τις φέρνουμε εμείς");
        assertThat(nikos.post("/desk/pledges/" + id + "/withdrawal", Map.of("why", ""))
                        .statusCode())
                .isEqualTo(422);
        for (int i = 0; i < 2; i++) {
            assertThat(nikos.post("/desk/pledges/" + id + "/withdrawal", Map.of("why", "Δόθηκαν αλλού"))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(covered()).as("taken back once").isEqualTo("18.00");
        assertThat(nikos.get("/desk/pledges?shown=open").body()).doesNotContain("12 τεμάχια");
        assertThat(nikos.get("/desk/pledges?shown=withdrawn").body()).contains("12 τεμάχια", "Δόθηκαν αλλού");
    }

    @Test
    void thanksReachWhoPledged() {
        pledge(nikos, "5", Map.of());
        var id = id(danae.get("/desk/requests/" + request + "/pledges").body(), "/desk/promises/");
        assertThat(danae.post("/desk/promises/" + id + "/thanks", Map.of("words", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(danae.post("/desk/promises/" + id + "/thanks", Map.of("words", "Ευχαριστούμε!"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(nikos.get("/desk/pledges").body()).contains("Ευχαριστία: Ευχαριστούμε!");
    }

    @Test
    void aPledgeIsSaidOtherwiseBeforeItGoesAndNotBelowWhatHasSetOut() {
        pledge(nikos, "10", Map.of("named", "yes"));
        var id = id(nikos.get("/desk/pledges").body(), "/desk/pledges/");
        assertThat(change(id, 0, "31")).as("more than is open").isEqualTo(422);
        assertThat(change(id, 0, "25")).isEqualTo(302);
        assertThat(change(id, 0, "20")).as("changed meanwhile").isEqualTo(422);
        assertThat(covered()).isEqualTo("25.00");
        var cover = inSight(() -> covering.of(request).getFirst());
        assertThat(cover.named()).as("said otherwise too").isFalse();
        inSight(() -> {
            covering.go(cover.id(), new BigDecimal("8"));
            return true;
        });
        assertThat(change(id, 1, "7")).isEqualTo(422);
        assertThat(change(id, 1, "8")).isEqualTo(302);
        assertThat(covered()).isEqualTo("8.00");
        assertThat(nikos.post("/desk/pledges/" + id + "/withdrawal", Map.of("why", "Όχι"))
                        .statusCode())
                .as("on its way")
                .isEqualTo(422);
        assertThat(nikos.get("/desk/pledges?shown=on-its-way").body()).contains("στον δρόμο: 8 τεμάχια");
    }

    private int change(String id, int version, String quantity) {
        return nikos.post("/desk/pledges/" + id, Map.of("version", String.valueOf(version), "quantity", quantity))
                .statusCode();
    }

    @Test
    void aHundredWhoPledgeAtOnceNeverPledgeMoreThanWasAsked() throws Exception {
        assertThat(atOnce(100, () -> promise(kitchen, "3", null))).as("granted").isEqualTo(10);
        assertThat(covered()).isEqualTo("30.00");
    }

    @Test
    void theSameStockIsNeverPromisedTwiceWhateverSeveralDoAtOnce() throws Exception {
        var kept = inOrganization(kitchen, () -> stock.add(Uuid7.next(), kitchen, ten()));
        var random = new Random(52);
        var wanted = random.ints(24, 1, 4).iterator();
        atOnce(24, () -> promise(kitchen, String.valueOf(next(wanted)), kept));
        var promised = inSight(() -> jdbc.sql("select promised from pledges.stock where id = :id")
                .param("id", kept)
                .query(BigDecimal.class)
                .single());
        assertThat(promised).isLessThanOrEqualTo(BigDecimal.TEN).isGreaterThanOrEqualTo(new BigDecimal("8"));
        assertThat(covered()).as("what no stock stood for covers nothing").isEqualTo(promised.toString());
        var sum = inSight(() -> jdbc.sql("select sum(quantity) from pledges.pledge where stock = :id")
                .param("id", kept)
                .query(BigDecimal.class)
                .single());
        assertThat(sum).isEqualByComparingTo(promised);
    }

    private static synchronized int next(java.util.PrimitiveIterator.OfInt numbers) {
        return numbers.nextInt();
    }

    private static Stock.Said ten() {
        return new Stock.Said(null, "Κουβέρτες αποθήκης", "item", BigDecimal.TEN, "αποθήκη", null);
    }

    @Test
    void whatFailsInTheMiddleLeavesNeitherHalf() {
        var kept = inOrganization(kitchen, () -> stock.add(Uuid7.next(), kitchen, ten()));
        assertThatThrownBy(() -> promise(kitchen, "11", kept))
                .as("covered, then the stock does not suffice")
                .isInstanceOf(Refusal.class);
        inSight(() -> jdbc.sql("""
                create or replace function pledges.fails() returns trigger language plpgsql as $$
                begin raise exception 'the power went' using errcode = 'check_violation'; end $$;
                create trigger fails before update on pledges.stock for each row execute function pledges.fails()
                """).update());
        try {
            assertThatThrownBy(() -> promise(kitchen, "3", kept)).isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            inSight(() -> jdbc.sql("drop trigger fails on pledges.stock").update());
        }
        assertThat(covered()).isEqualTo("0.00");
        assertThat(inSight(() -> covering.of(request))).isEmpty();
        assertThat(nikos.get("/desk/pledges").body()).contains("Καμία προσφορά ακόμη");
    }

    @Test
    void whenTheCallIsOverStockThatDidNotGoIsFreeAgain() {
        var kept = inOrganization(kitchen, () -> stock.add(Uuid7.next(), kitchen, ten()));
        promise(kitchen, "6", kept);
        promise(kitchen, "4", kept);
        var first = inSight(() -> covering.of(request).getFirst());
        inSight(() -> {
            covering.go(first.id(), new BigDecimal("2"));
            return true;
        });
        var team = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        var version = inSight(() -> jdbc.sql("select version from support.request where id = :id")
                .param("id", request)
                .query(String.class)
                .single());
        var closing = Map.of("closing", "Αρκούν", "once", Uuid7.next().toString(), "version", version);
        assertThat(team.post("/desk/requests/" + request + "/closing", closing).statusCode())
                .isEqualTo(302);
        assertThat(nikos.get("/desk/stock").body()).contains("8 τεμάχια");
        assertThat(nikos.get("/desk/pledges").body()).contains("δεν χρειάστηκε", "Κουβέρτα: 2 τεμάχια");
    }

    @Test
    void aFormSentTwiceIsOnePledge() {
        var once = Map.of("once", Uuid7.next().toString());
        assertThat(pledge(nikos, "4", once)).isEqualTo(302);
        assertThat(pledge(nikos, "4", once)).isEqualTo(302);
        assertThat(covered()).isEqualTo("4.00");
    }

    @Test
    void whatCannotBeIsSaidAndNothingTypedIsLost() {
        for (var quantity : new String[] {"", "0", "-3", "2,5", "9999999", "δέκα"}) {
            var page = nikos.post(
                    "/desk/calls/" + request + "/pledges",
                    Map.of("line", line.toString(), "quantity", quantity, "conditions", "Με το φορτηγό μας"));
            assertThat(page.statusCode()).as(quantity).isEqualTo(422);
            assertThat(page.body()).contains("Με το φορτηγό μας", "govuk-error-summary");
        }
        assertThat(pledge(nikos, "2", Map.of("from", "2020-01-01"))).isEqualTo(422);
        assertThat(pledge(nikos, "2", Map.of("from", "2030-05-02", "until", "2030-05-01")))
                .isEqualTo(422);
        assertThat(pledge(danaesColleague(), "2", Map.of())).as("the own call").isEqualTo(422);
        assertThat(covered()).isEqualTo("0.00");
    }

    private Visitor danaesColleague() {
        return AtTheDesk.of(context).as(Role.EDITOR, shelter);
    }

    @Test
    void stockIsKeptAtTheDesk() {
        var typed = Map.of("name", "Κονσέρβες", "quantity", "40", "unit", "item", "place", "Υπόγειο");
        assertThat(nikos.post("/desk/stock/new", typed).statusCode()).isEqualTo(302);
        var list = nikos.get("/desk/stock").body();
        assertThat(list).contains("Κονσέρβες", "40 τεμάχια", "Υπόγειο");
        var id = id(list, "/desk/stock/");
        assertThat(pledge(nikos, "15", Map.of("stock", id))).isEqualTo(302);
        var less = new HashMap<>(typed);
        less.put("quantity", "14");
        less.put("version", "0");
        assertThat(nikos.post("/desk/stock/" + id, less).body()).contains("Έχουν ήδη προσφερθεί 15");
        less.put("quantity", "20");
        assertThat(nikos.post("/desk/stock/" + id, less).statusCode()).isEqualTo(302);
        assertThat(nikos.get("/desk/stock").body()).contains("5 τεμάχια");
        assertThat(nikos.post("/desk/stock/" + id + "/removal", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(nikos.get("/desk/stock").body()).doesNotContain("Υπόγειο");
        assertThat(danaesColleague().get("/desk/stock/" + id).statusCode()).isEqualTo(404);
    }

    /** How many of them did not fail. */
    private int atOnce(int times, Supplier<UUID> act) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(_ -> () -> {
                        try {
                            act.get();
                            return 1;
                        } catch (Refusal no) {
                            return 0;
                        }
                    })
                    .toList());
            int done = 0;
            for (var answer : answers) {
                done += answer.get();
            }
            return done;
        }
    }

    private UUID promise(UUID organization, String quantity, @Nullable UUID from) {
        return inOrganization(
                organization,
                () -> pledges.promise(new Wanted(
                        Uuid7.next(),
                        line,
                        organization,
                        null,
                        "Κουβέρτες για τον χειμώνα",
                        "Κουβέρτα",
                        new Said(new BigDecimal(quantity), "", null, null, true),
                        from)));
    }

    private int pledge(Visitor who, String quantity, Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "line",
                line.toString(),
                "quantity",
                quantity,
                "once",
                Uuid7.next().toString()));
        fields.putAll(more);
        return who.post("/desk/calls/" + request + "/pledges", fields).statusCode();
    }

    private String covered() {
        return inSight(() -> jdbc.sql("select covered from support.line where id = :id")
                .param("id", line)
                .query(String.class)
                .single());
    }

    private <T> T inSight(Supplier<T> work) {
        return Sight.job("test").call(() -> transactions.execute(_ -> work.get()));
    }

    private static <T> T inOrganization(UUID organization, Supplier<T> work) {
        return new Sight(null, organization, "editor", Sight.Reach.ORGANIZATION, "desk", "here").call(work::get);
    }

    private static String id(String page, String before) {
        var found = Pattern.compile(before + "([0-9a-f-]{36})").matcher(page);
        assertThat(found.find()).as(before).isTrue();
        return found.group(1);
    }
}
