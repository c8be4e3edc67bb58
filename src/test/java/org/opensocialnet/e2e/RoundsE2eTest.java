package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The demo city's round in the browser: the coordination team's side, the organisation's by its link; and readers' reports. */
class RoundsE2eTest extends CityPages {

    @Autowired
    TransactionOperations transactions;

    <T> T as(Callable<T> work) {
        return Sight.job("test")
                .call(() -> requireNonNull(transactions.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    UUID one(String sql) {
        return as(() -> jdbc.sql(sql).query(UUID.class).single());
    }

    UUID answered() {
        return one("select id from rounds.asked where note <> '' limit 1");
    }

    /** A link to one who has not answered, as a letter would bring it. */
    String link(UUID asked) {
        var token = UUID.randomUUID().toString();
        as(() -> jdbc.sql("""
                        insert into rounds.link (hash, asked, made_at, expires_at)
                        values (:hash, :asked, now(), now() + interval '20 days')
                        """)
                .param("hash", MessageDigest.getInstance("SHA-256").digest(token.getBytes("UTF-8")))
                .param("asked", asked)
                .update());
        return "/confirm/" + token;
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void theTeamMakesARoundAndLooksAtAnswers(String language, int width, Page page) {
        boolean greek = language.equals("el");
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        Screens.size(page, width);
        look(page, language, "/desk/rounds", "rounds-list-" + language);
        look(page, language, "/desk/rounds/new", "rounds-new-" + language);
        page.locator("#name").fill(greek ? "Γύρος δοκιμής" : "Trial round");
        page.locator("#months").selectOption("any");
        page.locator("#q").fill("αυλή");
        button(page, greek ? "Ποιοι θα ερωτηθούν" : "See who will be asked").click();
        assertThat(page.locator(".osn-draftbar")).isVisible();
        Screens.look(page, "rounds-draft-" + language);
        button(page, Pattern.compile(greek ? "^Αποστολή" : "^Send")).click();
        assertThat(page.locator(".osn-said")).isVisible();

        var round = one("select id from rounds.round where invented");
        look(page, language, "/desk/rounds/" + round, "rounds-progress-" + language);
        look(page, language, "/desk/rounds/asked/" + answered(), "rounds-answer-" + language);
        var waiting = one("select id from rounds.asked where opened_at is not null and answered_at is null limit 1");
        look(page, language, "/desk/rounds/asked/" + waiting, "rounds-waiting-" + language);
        var silent = one("select a.id from rounds.asked a join rounds.round r on r.id = a.round and r.invented"
                + " where a.email is null limit 1");
        look(page, language, "/desk/rounds/asked/" + silent + "/phone", "rounds-phone-" + language);
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void anOrganisationCorrectsAndTheTeamAccepts(String language, int width, Page page) {
        boolean greek = language.equals("el");
        Screens.size(page, width);
        var asked = one("select a.id from rounds.asked a join rounds.round r on r.id = a.round and r.invented"
                + " where a.answered_at is null and a.email is not null order by a.name limit 1");
        var link = link(asked);
        look(page, language, link, "round-link-" + language);
        page.getByRole(
                        LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile(greek ? "^Κάτι άλλαξε" : "^Something")))
                .first()
                .click();
        Screens.look(page, "round-record-" + language);
        page.locator("a[href$='/edit/hours']").click();
        page.locator("#hours").fill("Monday-Friday 8:30-14:30");
        Screens.look(page, "round-hours-" + language);
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator("main")).containsText("08:30");
        page.locator("a[href$='/edit/phones']").click();
        page.locator("input[name$=-number]").last().fill("hello");
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "round-fault-" + language);
        page.locator("input[name$=-number]").last().fill("210 123 4567");
        button(page, greek ? "Αποθήκευση" : "Save").click();
        Screens.look(page, "round-corrected-" + language);
        page.locator("main a.osn-button").click();
        button(page, greek ? "Αποστολή της απάντησης" : "Send the answer").click();
        assertThat(page.locator("h1")).containsText(greek ? "Ευχαριστούμε" : "Thank you");
        Screens.look(page, "round-end-" + language);
        look(page, language, "/confirm/unknown", "round-unknown-" + language);

        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        look(page, language, "/desk/rounds/asked/" + asked, "rounds-differences-" + language);
        button(page, Pattern.compile(greek ? "^Δεκτά" : "^Accept")).first().click();
        assertThat(page.locator(".osn-said")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"el,1280", "en,390"})
    void whatReadersReportIsLookedAt(String language, int width, Page page) {
        Screens.size(page, width);
        if (language.equals("el") == (width == Screens.PHONE)) { // the long public page, once in each language
            var service = one("select service_id from reports.report where invented limit 1");
            open(page, language, "/service/" + service);
            page.locator("#report summary").click();
            page.locator("#r-message").fill("…");
            page.locator("#r-email").fill("nobody");
            page.locator("#report form").evaluate("form => form.noValidate = true");
            page.locator("#report button").click();
            assertThat(page.locator("#r-email-error")).isVisible();
            Screens.look(page, "report-form-" + language);
        }
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        look(page, language, "/desk/reports", "reports-list-" + language);
        var provider = one("select id from reports.report where invented and says_provider");
        look(page, language, "/desk/reports/" + provider, "reports-one-" + language);
    }
}
