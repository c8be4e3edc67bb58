package org.opensocialnet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.deliveries.DeliveryWorld.Called;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.Bookkeeper;
import org.opensocialnet.ledger.LedgerFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sports club brings sleeping bags to a night shelter, whose people say what came. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeliveriesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Evidence evidence;

    @Autowired
    LedgerFigures figures;

    @Autowired
    SignatureKeeping signatures;

    @Autowired
    DeliveryKeeping deliveries;

    @Autowired
    DeliveryJobs jobs;

    DeliveryWorld world;
    UUID shelter;
    UUID club;
    Called called;
    UUID cover;
    Visitor nikos;
    Visitor danae;
    Visitor maria;
    Visitor stranger;

    @BeforeEach
    void theClubPledgedThirty() {
        world = new DeliveryWorld(context);
        shelter = Uuid7.next();
        club = Uuid7.next();
        called = world.called(shelter, "Για τον χειμώνα");
        cover = world.pledged(called.line(), club, "30");
        nikos = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, club);
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        stranger = AtTheDesk.of(context).stranger();
    }

    @Test
    void fromThePledgeToTheReceiversWordByLink() {
        var before = reached();
        assertThat(nikos.get("/desk/deliveries").body())
                .contains("Για προγραμματισμό", "Για τον χειμώνα", "30 τεμάχια");
        var handover = planned("30");
        var picking = nikos.get(
                "/desk/deliveries/picking?from=%s".formatted(world.today().plusDays(1)));
        assertThat(picking.body()).contains(DeliveryWorld.BAGS, "30 τεμάχια", "☐");
        assertThat(danae.get("/desk/receipts").body())
                .as("planned is nobody else's yet")
                .contains("Τίποτα δεν έρχεται");
        sent(handover);
        assertThat(world.cover(cover).going()).isEqualByComparingTo("30");
        assertThat(danae.get("/desk").body()).contains("πείτε τι ήρθε");
        handed(handover, Map.of("signed", "Φωτεινή Παραλήπτρια"));

        var link = link(handover);
        assertThat(stranger.get(link).body()).contains("Τι ήρθε;", DeliveryWorld.BAGS);
        assertThat(delivered()).as("looking says nothing").isEmpty();
        var some = Map.of("answer", "some", came(handover), "20");
        assertThat(stranger.post(link, Map.of("answer", "some", came(handover), "31"))
                        .statusCode())
                .as("more than left")
                .isEqualTo(422);
        assertThat(stranger.post(link, Map.of("answer", "wrong")).statusCode())
                .as("without words")
                .isEqualTo(422);
        assertThat(stranger.post(link, some).statusCode()).isEqualTo(302);
        assertThat(stranger.post(link, some).statusCode()).as("a second click").isEqualTo(200);
        assertThat(stranger.get(link).body()).contains("Ευχαριστούμε");

        assertThat(world.cover(cover).confirmed()).isEqualByComparingTo("20");
        assertThat(delivered())
                .as("one line, under who gave")
                .containsExactly(Map.of("organization", club, "people", 16, "quantity", "20.00", "unit", "item"));
        assertThat(openNeed()).isEqualTo(9);
        assertThat(reached()).as("the matrix knows the same second").isEqualTo(before + 16);
        assertThat(nikos.get("/desk").body()).contains("λιγότερα από όσα έφυγαν");

        correctedBy(danae, handover);
        assertThat(world.cover(cover).confirmed()).isEqualByComparingTo("0");
        assertThat(delivered()).isEmpty();
        assertThat(openNeed()).isEqualTo(25);
        assertThat(reached()).isEqualTo(before);
        assertThat(danae.post("/desk/receipts/" + handover + "/confirmation", Map.of("answer", "all"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(delivered())
                .containsExactly(Map.of("organization", club, "people", 25, "quantity", "30.00", "unit", "item"));
        assertThat(openNeed()).isZero();
    }

    @Test
    void oneDeliveryGoesToSeveralPlacesAndWhatIsLeftComesBackWithAReason() {
        var first = planned("30");
        var part = came(first).replace("came", "split");
        assertThat(nikos.post(handover(first) + "/split", Map.of(part, "12")).statusCode())
                .as("nobody said where to")
                .isEqualTo(422);
        assertThat(nikos.post(handover(first) + "/split", Map.of(part, "12", "where", "Σχολείο, πίσω είσοδος"))
                        .statusCode())
                .isEqualTo(302);
        var all = jdbcHandovers();
        assertThat(all).hasSize(2);
        var second = all.stream().filter(id -> !id.equals(first)).findFirst().orElseThrow();
        sent(first);
        assertThat(nikos.post(handover(first) + "/departure", Map.of()).statusCode())
                .as("a second click")
                .isEqualTo(302);
        sent(second);
        assertThat(world.cover(cover).going()).isEqualByComparingTo("30");
        handed(first, Map.of(came(first).replace("came", "hand"), "15"));
        assertThat(world.cover(cover))
                .satisfies(now ->
                        assertThat(now.going()).as("three were not taken").isEqualByComparingTo("27"))
                .satisfies(now -> assertThat(now.delivered()).isEqualByComparingTo("15"));
        var back = new HashMap<>(
                Map.of("once", Uuid7.next().toString(), came(first).replace("came", "back"), "5"));
        assertThat(nikos.post(handover(first) + "/return", back).statusCode())
                .as("no reason")
                .isEqualTo(422);
        back.put("why", "Λάθος μέγεθος");
        assertThat(nikos.post(handover(first) + "/return", back).statusCode()).isEqualTo(302);
        assertThat(nikos.post(handover(first) + "/return", back).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(world.cover(cover).delivered()).isEqualByComparingTo("10");
        assertThat(nikos.get(handover(first)).body()).contains("Λάθος μέγεθος");
        danae.post("/desk/receipts/" + first + "/confirmation", Map.of("answer", "all"));
        danae.post("/desk/receipts/" + second + "/confirmation", Map.of("answer", "all"));
        assertThat(world.cover(cover).confirmed())
                .as("the second was never marked as handed over")
                .isEqualByComparingTo("22");
        assertThat(nikos.get("/desk/deliveries").body())
                .as("eight can go again")
                .contains("8 τεμάχια");
    }

    @Test
    void ofManyConfirmationsAtOnceOneHolds() throws Exception {
        var handover = planned("30");
        sent(handover);
        var link = link(handover);
        try (var pool = Executors.newFixedThreadPool(8)) {
            pool.invokeAll(IntStream.range(0, 12)
                            .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0
                                            ? stranger.post(link, Map.of("answer", "all"))
                                            : danae.post(
                                                    "/desk/receipts/" + handover + "/confirmation",
                                                    Map.of("answer", "some", came(handover), "10")))
                                    .statusCode())
                            .toList())
                    .forEach(answer -> assertThat(answer).succeedsWithin(java.time.Duration.ofSeconds(20)));
        }
        assertThat(delivered()).hasSize(1);
        assertThat(world.cover(cover).confirmed()).isIn(new BigDecimal("30.00"), new BigDecimal("10.00"));
    }

    /** The last thing a confirmation writes is refused by the database: what came before it is not there either. */
    @Test
    void whatFailsInTheMiddleLeavesNeitherHalf() {
        var handover = planned("30");
        sent(handover);
        world.program(() -> jdbc.sql("""
                insert into deliveries.confirmation (id, handover, part, cover, line, request, quantity, unit, people, entry,
                                                     entry_day, at)
                select uuidv7(), handover, id, cover, line, :request, 1, unit, 1, uuidv7(), current_date, now()
                from deliveries.part where handover = :handover
                """)
                .param("request", called.request())
                .param("handover", handover)
                .update());
        assertThat(danae.post("/desk/receipts/" + handover + "/confirmation", Map.of("answer", "all"))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(world.cover(cover).confirmed()).isEqualByComparingTo("0");
        assertThat(world.cover(cover).delivered()).isEqualByComparingTo("0");
        assertThat(delivered()).isEmpty();
        assertThat(openNeed()).isEqualTo(25);
    }

    /** The team called for help with a deficit: those who wait in that cell, whoever wrote of them, are helped by it. */
    @Test
    void whatAnswersACellOfCoverageMeetsThoseWhoWaitThere() {
        called = world.calledForACell("Για το έλλειμμα");
        cover = world.pledged(called.line(), club, "30");
        var handover = planned("30");
        sent(handover);
        var before = waiting();
        assertThat(maria.post("/desk/receipts/" + handover + "/confirmation", Map.of("answer", "all"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(waiting()).isEqualTo(before - 25);
        assertThat(maria.post("/desk/receipts/" + handover + "/correction", Map.of("why", "Άλλη παράδοση"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(waiting()).isEqualTo(before);
    }

    private long waiting() {
        return Bookkeeper.team()
                .call(() -> figures.lines(Asked.asOf(world.today())
                        .only(Axis.SERVICE_TYPE, "night-shelter")
                        .only(Axis.GROUP, "women")))
                .stream()
                .mapToLong(line -> line.open().people())
                .sum();
    }

    @Test
    void whoIsNotConcernedSeesNothing() {
        var handover = planned("30");
        sent(handover);
        var other = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
        assertThat(other.get(handover(handover)).statusCode()).isEqualTo(404);
        assertThat(other.get("/desk/receipts/" + handover).statusCode()).isEqualTo(404);
        assertThat(danae.get(handover(handover)).statusCode())
                .as("who receives does not give")
                .isEqualTo(404);
        assertThat(nikos.post("/desk/receipts/" + handover + "/confirmation", Map.of("answer", "all"))
                        .statusCode())
                .as("who gives does not confirm")
                .isEqualTo(404);
        assertThat(maria.get(handover(handover)).statusCode()).isEqualTo(200);
        assertThat(stranger.get("/received/" + "x".repeat(43)).statusCode()).isEqualTo(410);
        assertThat(catchThrowable(() -> new Sight(null, shelter, "caseworker", Sight.Reach.ORGANIZATION, "desk", "here")
                        .run(() -> assertThat(written("update deliveries.handover set state = 'answered'"))
                                .as("the receiver's word is written by the program alone")
                                .isZero())))
                .isNull();
    }

    @Test
    void whoSignedIsForgottenInTimeAndASilentReceiverIsAskedOnceMore() {
        var handover = planned("30");
        handed(handover, Map.of("signed", "Φωτεινή Παραλήπτρια", "drawn", "M10 10L200 100"));
        assertThat(nikos.get(handover(handover)).body()).contains("Φωτεινή Παραλήπτρια", "M10 10L200 100");
        assertThat(nikos.post(handover(handover) + "/handing", Map.of("drawn", "M1 1<script>"))
                        .statusCode())
                .isEqualTo(422);
        var old = link(handover);
        world.program(
                () -> jdbc.sql("update deliveries.handover set handed_at = now() - interval '400 days' where id = :id")
                        .param("id", handover)
                        .update());
        Sight.job("test").run(jobs::remind);
        assertThat(stranger.get(old).statusCode())
                .as("the new letter's link holds")
                .isEqualTo(410);
        assertThat(stranger.get(link(handover)).statusCode()).isEqualTo(200);
        assertThat(maria.get("/desk").body()).contains("χωρίς επιβεβαίωση");
        Sight.job("test").run(() -> signatures.forget(Instant.now().minusSeconds(86_400L * 365)));
        assertThat(nikos.get(handover(handover)).body())
                .contains("έχει σβηστεί")
                .doesNotContain("Φωτεινή", "M10 10L200 100");
        world.program(() -> jdbc.sql("""
                update deliveries.delivery set made_at = now() - interval '7 years'
                where id = (select delivery from deliveries.handover where id = :id)
                """).param("id", handover).update());
        Sight.job("test")
                .run(() -> assertThat(deliveries
                                .forget(Instant.now().minusSeconds(86_400L * 365 * 6))
                                .left())
                        .isZero());
        assertThat(nikos.get(handover(handover)).statusCode()).isEqualTo(404);
    }

    // what Nikos of the club and Danae of the shelter do

    private UUID planned(String quantity) {
        var form = nikos.get("/desk/deliveries/new?request=" + called.request()).body();
        var fields = new HashMap<>(Map.of(
                "once",
                hidden(form, "once"),
                "request",
                called.request().toString(),
                "give-" + cover,
                quantity,
                "planned",
                world.today().plusDays(1).toString(),
                "brings",
                "giver",
                "where",
                "Αποθήκη του υπνωτηρίου"));
        var answer = nikos.post("/desk/deliveries/new", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(nikos.post("/desk/deliveries/new", fields).statusCode())
                .as("sent twice: planned already")
                .isIn(302, 422);
        return jdbcHandovers().getFirst();
    }

    private List<UUID> jdbcHandovers() {
        return world.program(() -> jdbc.sql("select id from deliveries.handover where request = :request order by id")
                .param("request", called.request())
                .query(UUID.class)
                .list());
    }

    private void sent(UUID handover) {
        assertThat(nikos.post(handover(handover) + "/departure", Map.of()).statusCode())
                .isEqualTo(302);
    }

    private void handed(UUID handover, Map<String, String> fields) {
        var answer = nikos.post(handover(handover) + "/handing", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private void correctedBy(Visitor who, UUID handover) {
        assertThat(who.post("/desk/receipts/" + handover + "/correction", Map.of("why", "Μετρήσαμε λάθος"))
                        .statusCode())
                .isEqualTo(302);
    }

    private static String handover(UUID id) {
        return "/desk/deliveries/handovers/" + id;
    }

    /** The receiver's way in, as the delivery note bears it. */
    private String link(UUID handover) {
        var found = Pattern.compile("(/received/[\\w-]+)")
                .matcher(nikos.get(handover(handover) + "/note").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String came(UUID handover) {
        return "came-"
                + world.program(() -> jdbc.sql("select id from deliveries.part where handover = :handover")
                        .param("handover", handover)
                        .query(UUID.class)
                        .single());
    }

    private int written(String sql) {
        return context.getBean(org.springframework.transaction.support.TransactionOperations.class)
                .execute(_ -> jdbc.sql(sql).update());
    }

    /** The deliveries of this request that hold in the ledger. */
    private List<Map<String, Object>> delivered() {
        return world.program(() -> jdbc.sql("""
                select d.organization, d.people, d.quantity, d.unit from ledger.delivery d
                where d.kind = 'deliveries.confirmed' and d.organization = any (:whose) and d.reverses is null
                  and not exists (select from ledger.delivery r where r.reverses = d.id and r.day = d.day)
                order by d.id
                """)
                .param("whose", new UUID[] {club, shelter})
                .query((row, _) -> Map.<String, Object>of(
                        "organization", row.getObject("organization", UUID.class),
                        "people", row.getInt("people"),
                        "quantity", row.getBigDecimal("quantity").toPlainString(),
                        "unit", row.getString("unit")))
                .list());
    }

    private int openNeed() {
        return world.program(() ->
                jdbc.sql("""
                select n.people - coalesce((select sum(f.people) from ledger.follow_up f where f.need = n.id), 0)
                from ledger.need n join support.line l on l.need = n.id where l.id = :line
                """).param("line", called.line()).query(Integer.class).single());
    }

    /** How many the matrix says were helped by night shelters, of the whole city. */
    private long reached() {
        var shown = Bookkeeper.team()
                .call(() -> evidence.at(world.today()))
                .reached(Split.ZONE, "night-shelter", Picture.ALL, Picture.ALL);
        assertThat(shown).isInstanceOf(Shown.Value.class);
        return ((Shown.Value) shown).people();
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as("hidden field %s", name).isTrue();
        return found.group(1);
    }
}
