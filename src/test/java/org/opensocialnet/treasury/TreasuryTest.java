package org.opensocialnet.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The office that keeps the accounts: envelopes opened, moved, approved by a second, closed, and told to accounting. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TreasuryTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    Visitor eleni;
    LocalDate today;

    @BeforeEach
    void eleniComes() {
        eleni = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        today = LocalDate.now(clock);
    }

    @Test
    void anEnvelopeIsOpenedOnceChangedAndListed() {
        var typed = form(Map.of());
        var opened = eleni.post("/desk/budget/envelopes/new", typed);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        var id = opened(typed);
        assertThat(opened(typed)).as("sent twice").isEqualTo(id);

        var page = eleni.get(address(id)).body();
        assertThat(page).contains("Σίτιση χειμώνα", "85 %", "3.400,43 €", "600,07 €", "<svg role=\"img\"", "Χορήγηση");
        assertThat(eleni.get("/en" + address(id)).body()).contains("Winter meals", "€4,000.50", "European Social Fund");

        var change = eleni.get(address(id) + "/change").body();
        assertThat(change).contains("value=\"85\"", "value=\"Σίτιση χειμώνα\"");
        var amended = form(Map.of("version", "0", "name", "Σίτιση άνοιξης", "ceiling-supplier", "500"));
        assertThat(eleni.post(address(id) + "/change", amended).statusCode()).isEqualTo(302);
        assertThat(eleni.get(address(id)).body()).contains("Σίτιση άνοιξης", "ως 500 €");
        assertThat(eleni.post(address(id) + "/change", amended).body())
                .as("somebody changed it meanwhile")
                .contains("Κάποιος άλλαξε το κονδύλι");
        var parts = form(Map.of("version", "1", "part-0", "80", "part-1", "20"));
        assertThat(eleni.post(address(id) + "/change", parts).body()).contains("τα ποσοστά των χρηματοδοτών μένουν");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        for (var wrong : List.of(
                Map.of("amount", "-5"),
                Map.of("amount", "5,001"),
                Map.of("amount", "12345,678"),
                Map.of("amount", "100 $"),
                Map.of("amount", "99999999999"),
                Map.of("amount", ""),
                Map.of("amount", "0"),
                Map.of("name", ""),
                Map.of("until-year", "1999"),
                Map.of("pay-by-year", "1999"),
                Map.of("starts-day", "31", "starts-month", "2"),
                Map.of("part-0", "84"),
                Map.of("part-0", ""),
                Map.of("ceiling-category", "-1"),
                Map.of("groups", "<script>"),
                Map.of("key", "mine"))) {
            var answer = eleni.post("/desk/budget/envelopes/new", form(wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary", "Winter meals");
        }
        assertThat(eleni.get(address(Uuid7.next().toString())).statusCode()).isEqualTo(404);
    }

    @Test
    void largeAmountsWaitForASecondPersonAndThoseOfOneselfAreWithdrawnOnly() {
        var id = opened(form(Map.of()));
        var more = move(Map.of("amount", "6000", "note", "Έκτακτη χορήγηση για τον καύσωνα"));
        assertThat(eleni.post(address(id) + "/movement", more).statusCode()).isEqualTo(302);
        var own = eleni.get("/desk/budget/approvals").body();
        assertThat(own).contains("Έκτακτη χορήγηση για τον καύσωνα", "περιμένει άλλο πρόσωπο");
        var act = Pattern.compile("id=\"act-([0-9a-f-]{36})\">[^<]*6\\.000 €")
                .matcher(own)
                .results()
                .map(found -> found.group(1))
                .toList()
                .getLast();
        var yes = Map.of("answer", "yes");
        assertThat(eleni.post("/desk/budget/approvals/" + act, yes).body()).contains("χρειάζεται η έγκριση δεύτερου");

        var nikos = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        assertThat(nikos.get("/desk").body()).contains("περιμένουν έγκριση");
        assertThat(AtTheDesk.of(context)
                        .as(Role.AUDITOR, null)
                        .post("/desk/budget/approvals/" + act, yes)
                        .statusCode())
                .isEqualTo(404);
        assertThat(nikos.post("/desk/budget/approvals/" + act, yes).statusCode())
                .isEqualTo(302);
        assertThat(nikos.get(address(id)).body()).contains("10.000,50 €");
        assertThat(nikos.post("/desk/budget/approvals/" + act, yes).body()).contains("έχει ήδη αποφασίσει");
    }

    @Test
    void aClosedPeriodTakesNothingMoreAndLosesNothing() {
        var id = opened(form(Map.of()));
        var yesterday = today.minusDays(1);
        assertThat(eleni.post(address(id) + "/closing", closing(today)).body()).contains("περίοδος που πέρασε");
        assertThat(eleni.post(address(id) + "/closing", closing(yesterday)).statusCode())
                .isEqualTo(302);
        assertThat(eleni.post(address(id) + "/closing", closing(yesterday)).body())
                .contains("έχει ήδη κλείσει");

        var late = move(day(yesterday, Map.of("amount", "12,50", "note", "ξεχασμένη χορήγηση")));
        var answer = eleni.post(address(id) + "/movement", late);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("έχει κλείσει", "ξεχασμένη χορήγηση", "12,50");
        assertThat(eleni.post(address(id) + "/movement", with(late, day(today, Map.of())))
                        .statusCode())
                .isEqualTo(302);
        assertThat(eleni.get(address(id)).body()).contains("4.013 €");
    }

    @Test
    void theBookAddsUpAndIsToldToAccountingWithTheFundersPartsToTheCent() {
        var id = opened(form(Map.of()));
        var envelope = new EnvelopeId(UUID.fromString(id));
        var treasurer = Treasurer.of(context);
        var earmark = treasurer.reserves(envelope, "100.10", Treasurer.purpose("soup-kitchen"));
        treasurer.commits(earmark, "100.10");
        for (var cents : List.of("33.33", "33.33", "33.44")) {
            treasurer.spends(earmark, cents, today);
        }
        assertThat(eleni.get(address(id) + "/reconciliation").body())
                .contains("Όλα συμφωνούν", "spent_funder_2", "85,09 €", "15,01 €");

        var lines = eleni.get(address(id) + "/journal.csv").body().lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFact,day,movement,amount,spent,spent_funder_1,spent_funder_2");
        assertThat(lines).hasSize(7);
        assertThat(sum(lines, 5).plus(sum(lines, 6))).isEqualTo(Money.euros("100.10"));
        assertThat(sum(lines, 6)).isEqualTo(Money.euros("15.01"));
        assertThat(eleni.get(address(id) + "/journal.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void anOrganisationSeesOnlyTheEnvelopesItKeeps() {
        var id = opened(form(Map.of()));
        var shelter = Uuid7.next();
        var danae = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        assertThat(danae.get(address(id)).statusCode()).isEqualTo(404);
        var own = form(Map.of("name", "Δικό μας κονδύλι"));
        assertThat(danae.post("/desk/budget/envelopes/new", own).statusCode()).isEqualTo(302);
        assertThat(danae.get("/desk/budget").body())
                .contains("Δικό μας κονδύλι")
                .doesNotContain("Σίτιση χειμώνα");
        assertThat(AtTheDesk.of(context)
                        .as(Role.ORGANIZATION_ADMIN, Uuid7.next())
                        .get("/desk/budget")
                        .body())
                .contains("Δεν υπάρχει κονδύλι");
        assertThat(AtTheDesk.of(context)
                        .as(Role.CASEWORKER, shelter)
                        .get("/desk/budget")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatCameFromAnEnvelopeOneMayNotSeeStandsInTheBookToo() {
        var danae = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
        var own = danae.post("/desk/budget/envelopes/new", form(Map.of()))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/", "");
        var more = Map.of("movement", "reallocated", "other", own, "amount", "100", "note", "Για τον καύσωνα");
        assertThat(eleni.post(address(opened(form(Map.of()))) + "/movement", move(more))
                        .statusCode())
                .isEqualTo(302);
        assertThat(danae.get(address(own) + "/journal.csv").body()).contains("reallocated");
        assertThat(danae.get(address(own)).body()).contains("Για τον καύσωνα", "4.100,50 €");
    }

    private static Money sum(List<String> lines, int column) {
        return lines.stream()
                .skip(1)
                .map(line -> Money.euros(line.split(",", -1)[column]))
                .reduce(Money.ZERO, Money::plus);
    }

    private static String address(String id) {
        return "/desk/budget/envelopes/" + id;
    }

    private String opened(Map<String, String> typed) {
        var answer = eleni.post("/desk/budget/envelopes/new", typed);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private Map<String, String> form(Map<String, String> other) {
        return with(
                date(
                        "starts",
                        today.minusMonths(3),
                        date(
                                "until",
                                today.plusMonths(6),
                                date(
                                        "pay-by",
                                        today.plusMonths(8),
                                        Map.of(
                                                "key", key(),
                                                "name", "Σίτιση χειμώνα",
                                                "english", "Winter meals",
                                                "amount", "4.000,50",
                                                "funder-0", "Ευρωπαϊκό Κοινωνικό Ταμείο",
                                                "funder-english-0", "European Social Fund",
                                                "part-0", "85",
                                                "funder-1", "Εθνική συμμετοχή",
                                                "part-1", "15")))),
                other);
    }

    private Map<String, String> move(Map<String, String> other) {
        return with(day(today, Map.of("key", key(), "movement", "allocated", "amount", "1")), other);
    }

    private static Map<String, String> closing(LocalDate through) {
        return date("through", through, Map.of());
    }

    private static String key() {
        return "desk." + Uuid7.next();
    }

    private static Map<String, String> day(LocalDate day, Map<String, String> others) {
        return date("day", day, others);
    }

    private static Map<String, String> date(String name, LocalDate day, Map<String, String> others) {
        return with(
                others,
                Map.of(
                        name + "-day", "" + day.getDayOfMonth(),
                        name + "-month", "" + day.getMonthValue(),
                        name + "-year", "" + day.getYear()));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }
}
