package org.opensocialnet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.budget.Purpose;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.deliveries.DeliveryWorld;
import org.opensocialnet.deliveries.DeliveryWorld.Called;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passer-by reads what became of a call, and the coordination team follows each figure to its rows. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccountTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Covering covering;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    DeliveryWorld world;
    UUID shelter;
    UUID club;
    Called called;
    Visitor stranger;
    Visitor danae;
    Visitor nikos;
    Visitor maria;

    @BeforeEach
    void aCallAndTwoWhoGive() {
        world = new DeliveryWorld(context);
        shelter = organization("Υπνωτήριο Αλκυόνη");
        club = organization("Αθλητικός Όμιλος Δοκιμή");
        called = world.called(shelter, "Για τον χειμώνα");
        stranger = AtTheDesk.of(context).stranger();
        danae = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        nikos = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, club);
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
    }

    @Test
    void aPublicFigureIsTheSumOfTheRowsItLeadsTo() {
        var treasurer = Treasurer.of(context);
        var envelope = treasurer.opens(Treasurer.terms(world.today()), "1000");
        var pledged = world.pledged(called.line(), club, "20");
        var earmark = treasurer.reserves(envelope, "320", Purpose.of("funding", called.line(), "night-shelter"));
        treasurer.commits(earmark, "320");
        treasurer.spends(earmark, "300.50", world.today());
        var bought = world.program(() -> covering.cover(
                called.line(),
                Cover.Source.MONEY,
                earmark.value(),
                null,
                envelope.value(),
                false,
                new BigDecimal("10")));
        assertThat(figure("people-reached").path("value").asInt()).isZero();
        brought(nikos, pledged, "20");
        brought(maria, bought, "10");

        var page = stranger.get("/account/calls/" + called.request()).body();
        assertThat(page)
                .contains("Για τον χειμώνα", "30 τεμάχια", "Αθλητικός Όμιλος Δοκιμή", "300,50", "λιγότεροι από 5")
                .doesNotContain("Αλκυόνη", "Αποθήκη", "Φωτεινή");
        assertThat(figure("confirmed").path("value").asInt()).isEqualTo(30);
        assertThat(figure("people-reached").path("value").asInt()).isEqualTo(25);
        assertThat(figure("spent").path("value").decimalValue()).isEqualByComparingTo("300.50");

        var ledger = world.program(() -> jdbc.sql("""
                select d.id::text as id, d.people, d.quantity, d.envelope from ledger.delivery d
                join deliveries.confirmation c on c.entry = d.id
                where c.request = :request and c.reversed_at is null
                """)
                .param("request", called.request())
                .query((row, _) -> new Entry(
                        row.getString("id"),
                        row.getInt("people"),
                        row.getBigDecimal("quantity"),
                        row.getObject("envelope") != null))
                .list());
        assertThat(ledger).hasSize(2);
        assertThat(ledger.stream().mapToInt(Entry::people).sum()).isEqualTo(25);
        assertThat(ledger.stream().filter(Entry::bought))
                .singleElement()
                .satisfies(entry -> assertThat(entry.quantity()).isEqualByComparingTo("10"));
        var rows = maria.get("/desk/public-account/calls/" + called.request()).body();
        assertThat(rows)
                .contains("Σύνολο: Υπνόσακοι", "Άνθρωποι σε αυτές τις γραμμές: 25. Δημοσιεύεται: 25.", "300,50");
        ledger.forEach(entry -> assertThat(rows).contains(entry.id()));
        assertThat(stranger.get("/desk/public-account/calls/" + called.request())
                        .statusCode())
                .isEqualTo(303);
        assertThat(danae.get("/desk/public-account/calls/" + called.request()).statusCode())
                .as("for the team alone")
                .isEqualTo(404);
    }

    /** A line of the ledger behind a figure. */
    private record Entry(String id, int people, BigDecimal quantity, boolean bought) {}

    @Test
    void fewAreNeverToldExactlyNorWhoCameBetweenTwoVisits() {
        called = world.called(shelter, "Για λίγους", 3);
        var cover = world.pledged(called.line(), club, "30");
        brought(nikos, cover, "30");
        assertThat(stranger.get("/account/calls/" + called.request()).body())
                .contains("λιγότεροι από 5")
                .as("for whom and where would point at somebody")
                .doesNotContain("Γυναίκες");
        var few = figure("people-reached");
        assertThat(few.path("shown").asString()).isEqualTo("fewer-than-5");
        assertThat(few.path("value").isNull()).isTrue();

        assertThat(told(20)).isEqualTo(new Shown.Value(20));
        assertThat(told(0, 12)).isEqualTo(new Shown.Value(12));
        assertThat(told(20, 31)).isEqualTo(new Shown.Value(31));
        assertThat(told(20, 22)).as("two came between").isNotEqualTo(new Shown.Value(22));
    }

    private Shown told(int... people) {
        return PeopleTold.told(IntStream.of(people)
                .mapToObj(count -> new PeopleTold.Telling(world.today(), count))
                .toList());
    }

    @Test
    void whoAsksIsNamedOnlyWhereThatOrganizationWishesIt() {
        var path = "/account/calls/" + called.request();
        assertThat(stranger.get(path).body()).doesNotContain("Αλκυόνη");
        assertThat(danae.post("/desk/public-account/wish", Map.of("named", "yes"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stranger.get(path).body()).contains("Αλκυόνη");
        assertThat(danae.post("/desk/public-account/wish", Map.of("named", "no"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stranger.get(path).body()).doesNotContain("Αλκυόνη");
        assertThat(stranger.get("/account").body()).contains(path);
        world.program(() -> jdbc.sql("update support.request set asker = 'person' where id = :id")
                .param("id", called.request())
                .update());
        assertThat(stranger.get(path).body())
                .as("a request for one person has no words of its own")
                .doesNotContain("Για τον χειμώνα", DeliveryWorld.BAGS);
    }

    @Test
    void anEnvelopeIsToldWhereItsKeeperOpensItAndNobodyWhoWasPaid() {
        var treasurer = Treasurer.of(context);
        var envelope = treasurer.opens(Treasurer.terms(world.today()), "1000");
        var path = "/account/envelopes/" + envelope.value();
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(nikos.post(
                                "/desk/public-account/envelopes",
                                Map.of("envelope", envelope.value().toString(), "open", "yes"))
                        .statusCode())
                .as("another's")
                .isEqualTo(404);
        assertThat(maria.post(
                                "/desk/public-account/envelopes",
                                Map.of("envelope", envelope.value().toString(), "open", "yes"))
                        .statusCode())
                .isEqualTo(302);
        var earmark = treasurer.reserves(envelope, "100.01", Purpose.of("funding", called.line(), "night-shelter"));
        treasurer.commits(earmark, "100.01");
        treasurer.spends(earmark, "100.01", world.today());
        assertThat(stranger.get(path).body())
                .contains("Ευρωπαϊκό Κοινωνικό Ταμείο", "85%", "85,01", "15 €", "899,99", "Υπνωτήριο");
        var rows = json(path + "/figures.json").path("rows");
        var funders = BigDecimal.ZERO;
        for (var row : rows) {
            if (row.path("measure").asString().equals("funder-spent")) {
                funders = funders.add(row.path("value").decimalValue());
            }
        }
        assertThat(funders).as("to the cent").isEqualByComparingTo("100.01");
        assertThat(stranger.get(path + "/figures.csv").body()).contains("funder-share", "left");
        maria.post(
                "/desk/public-account/envelopes",
                Map.of("envelope", envelope.value().toString(), "open", "no"));
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aStoryIsToldWithConsentAndGoneWhenItIsWithdrawn() {
        var desk = "/desk/public-account/calls/" + called.request();
        var story = new HashMap<>(Map.of(
                "text", "Κοιμήθηκα ζεστά για πρώτη φορά.",
                "who", "Καλλιόπη Υποθετική",
                "consented", world.today().toString()));
        assertThat(maria.post(desk + "/story", story).statusCode())
                .as("without consent")
                .isEqualTo(422);
        story.put("consent", "yes");
        assertThat(maria.post(desk + "/story", story).statusCode()).isEqualTo(302);
        assertThat(stranger.get("/account/calls/" + called.request()).body())
                .contains("Κοιμήθηκα ζεστά")
                .doesNotContain("Καλλιόπη");
        assertThat(maria.get(desk).body()).contains("Καλλιόπη Υποθετική");
        assertThat(maria.post(desk + "/story/withdrawal", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(stranger.get("/account/calls/" + called.request()).body()).doesNotContain("Κοιμήθηκα ζεστά");
        assertThat(maria.get(desk).body()).doesNotContain("Καλλιόπη");
    }

    @Test
    void anUnchangedPageIsNotSentTwice() {
        var path = "/account/calls/" + called.request();
        var first = stranger.get(path);
        var mark = first.headers().firstValue("ETag").orElseThrow();
        assertThat(stranger.send(stranger.asked(path)
                                .header("If-None-Match", mark)
                                .GET())
                        .statusCode())
                .isEqualTo(304);
        assertThat(stranger.get("/account/calls/" + Uuid7.next()).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/account?page=x").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/sitemap.xml").body()).contains("/account<");
    }

    // what is brought, and what is read

    private void brought(Visitor who, UUID cover, String quantity) {
        var form = who.get("/desk/deliveries/new?request=" + called.request()).body();
        var made = who.post(
                "/desk/deliveries/new",
                Map.of(
                        "once",
                        hidden(form, "once"),
                        "request",
                        called.request().toString(),
                        "give-" + cover,
                        quantity,
                        "planned",
                        world.today().toString(),
                        "brings",
                        "giver",
                        "where",
                        "Αποθήκη"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        var handover = world.program(
                () -> jdbc.sql("""
                select h.id from deliveries.handover h join deliveries.part p on p.handover = h.id where p.cover = :cover
                """).param("cover", cover).query(UUID.class).single());
        who.post("/desk/deliveries/handovers/" + handover + "/handing", Map.of("signed", "Φωτεινή Παραλήπτρια"));
        assertThat(danae.post("/desk/receipts/" + handover + "/confirmation", Map.of("answer", "all"))
                        .statusCode())
                .isEqualTo(302);
    }

    private JsonNode figure(String measure) {
        for (var row :
                json("/account/calls/" + called.request() + "/figures.json").path("rows")) {
            if (row.path("measure").asString().equals(measure)) {
                return row;
            }
        }
        throw new AssertionError("no figure " + measure);
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(stranger.get(path).body());
    }

    private UUID organization(String name) {
        var id = Uuid7.next();
        transactions.executeWithoutResult(
                _ -> jdbc.sql("""
                insert into directory.organization (id, name, description, record_source)
                values (:id, :name, 'Δοκιμή', 'own')
                """).param("id", id).param("name", name).update());
        return id;
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as("hidden field %s", name).isTrue();
        return found.group(1);
    }
}
