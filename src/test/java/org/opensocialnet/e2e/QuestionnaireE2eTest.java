package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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

/** A questionnaire in the browser: built, sent, filled in by a link, read, its gaps coded; and the city's own two, compared. */
class QuestionnaireE2eTest extends CityPages {

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

    /** A link to one who has not answered, as a letter would bring it. */
    String link(UUID respondent) {
        var token = UUID.randomUUID().toString();
        as(() -> jdbc.sql("""
                        insert into questionnaire.link (hash, respondent, made_at, expires_at)
                        values (:hash, :respondent, now(), now() + interval '20 days')
                        """)
                .param("hash", MessageDigest.getInstance("SHA-256").digest(token.getBytes("UTF-8")))
                .param("respondent", respondent)
                .update());
        return "/answer/" + token;
    }

    UUID respondent(UUID edition) {
        return as(() -> jdbc.sql("select id from questionnaire.respondent where edition = ? order by name limit 1")
                .param(edition)
                .query(UUID.class)
                .single());
    }

    static UUID last(Page page) {
        return UUID.fromString(page.url().replaceFirst("[?#].*", "").replaceFirst(".*/", ""));
    }

    UUID edition(Page page, String language, UUID form, String name) {
        boolean greek = language.equals("el");
        look(page, language, "/desk/questionnaires/" + form + "/editions", "edition-new-" + language);
        page.locator("#name").fill(name);
        page.locator("#q").fill("αυλή");
        button(page, greek ? "Ποιοι θα ερωτηθούν" : "See who will be asked").click();
        assertThat(page.locator(".osn-draftbar")).isVisible();
        return last(page);
    }

    void begin(Page page, boolean greek) {
        button(page, Pattern.compile(greek ? "^Αποστολή" : "^Send")).click();
        assertThat(page.locator(".osn-said")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void aQuestionnaireFromItsFirstQuestionToTheNeedsOfTheCity(String language, int width, Page page) {
        boolean greek = language.equals("el");
        Screens.size(page, width);
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        look(page, language, "/desk/questionnaires/new", "questionnaire-new-" + language);
        button(page, greek ? "Δημιουργία" : "Create").click();
        assertThat(page.locator(".osn-said")).isVisible();
        var form = last(page);
        Screens.look(page, "questionnaire-one-" + language);
        look(page, language, "/desk/questionnaires/" + form + "/questions", "questionnaire-kind-" + language);
        look(page, language, "/desk/questionnaires/" + form + "/questions/gap", "questionnaire-block-" + language);
        look(
                page,
                language,
                "/desk/questionnaires/" + form + "/questions/referral_how",
                "questionnaire-if-" + language);
        look(page, language, "/desk/questionnaires/" + form + "/preview/4", "questionnaire-preview-" + language);

        var edition = edition(page, language, form, greek ? "Δεκέμβριος 2021" : "December 2021");
        Screens.look(page, "edition-draft-" + language);
        begin(page, greek);
        var asked = respondent(edition);
        answer(page, language, link(asked), "12");
        look(page, language, "/desk/questionnaires", "questionnaire-list-" + language);
        look(page, language, "/desk/editions/" + edition, "edition-" + language);
        look(page, language, "/desk/editions/asked/" + asked, "edition-answer-" + language);
        button(page, Pattern.compile(greek ? "^Δεκτά" : "^Accept")).first().click();
        assertThat(page.locator(".osn-said")).isVisible();
        gap(page, language, edition);
        page.context().clearCookies();
    }

    void answer(Page page, String language, String link, String staff) {
        boolean greek = language.equals("el");
        var next = greek ? "Αποθήκευση και συνέχεια" : "Save and continue";
        look(page, language, link, "answer-" + language);
        open(page, language, link + "/page/1");
        page.locator("#staff").fill("many");
        button(page, next).click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "answer-fault-" + language);
        page.locator("#staff").fill(staff);
        button(page, next).click();
        Screens.look(page, "answer-services-" + language);
        page.locator("input[name$='--area']").first().fill(greek ? "Όλη η πόλη" : "The whole city");
        button(page, next).click();
        Screens.look(page, "answer-places-" + language);
        button(page, next).click();
        page.locator("#gap_words").fill("Δεν υπάρχουν ντους για γυναίκες το Σαββατοκύριακο.");
        button(page, greek ? "Αποθήκευση και άλλη γραμμή" : "Save and add a row")
                .click();
        Screens.look(page, "answer-gaps-" + language);
        button(page, next).click();
        Screens.look(page, "answer-practice-" + language);
        page.locator("#referrals").check();
        button(page, next).click();
        assertThat(page.locator("#referral_how")).isVisible();
        Screens.look(page, "answer-more-" + language);
        page.locator("#referral_how").fill("Τηλεφωνικά");
        button(page, next).click();
        Screens.look(page, "answer-ready-" + language);
        button(page, greek ? "Αποστολή των απαντήσεων" : "Send the answers").click();
        assertThat(page.locator("h1")).containsText(greek ? "Ευχαριστούμε" : "Thank you");
        Screens.look(page, "answer-end-" + language);
        look(page, language, "/answer/unknown", "answer-unknown-" + language);
    }

    /** The invented city has asked twice: half a year ago, and this month, when three have not answered. */
    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void theCitysOwnEditions(String language, int width, Page page) {
        Screens.size(page, width);
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        var now = as(() -> jdbc.sql("select id from questionnaire.edition where invented and state = 'open'")
                .query(UUID.class)
                .single());
        look(page, language, "/desk/editions/" + now, "edition-city-" + language);
        assertThat(page.locator("main")).containsText(language.equals("el") ? "5 από 8" : "5 of 8");
        var silent =
                as(() -> jdbc.sql("select id from questionnaire.respondent where edition = ? and answered_at is null"
                                + " order by name limit 1")
                        .param(now)
                        .query(UUID.class)
                        .single());
        look(page, language, "/desk/editions/asked/" + silent, "edition-waiting-" + language);
        look(page, language, "/desk/editions/asked/" + silent + "/phone", "edition-phone-" + language);
        open(page, language, "/desk/editions/" + now);
        page.locator("main p a[href*=comparison]").click();
        Screens.look(page, "edition-comparison-" + language);
        assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText("18 → 20")))
                .containsText("+2");
        page.context().clearCookies();

        var organization = as(() -> jdbc.sql("select organization from questionnaire.respondent where id = ?")
                .param(silent)
                .query(UUID.class)
                .single());
        AtTheDesk.of(context).as(Role.EDITOR, organization).entersWith(page.context());
        look(page, language, "/desk/editions/own/" + silent, "edition-own-" + language);
        page.context().clearCookies();
    }

    void gap(Page page, String language, UUID edition) {
        boolean greek = language.equals("el");
        look(page, language, "/desk/editions/" + edition + "/gaps", "edition-gaps-" + language);
        page.locator("main .osn-record__name a").first().click();
        Screens.look(page, "edition-gap-" + language);
        page.locator("#likely-kind").check();
        page.locator("#likely-group").check();
        page.locator("#people").fill("40");
        button(page, greek ? "Καταγραφή ως ανάγκη" : "Write down as a need").click();
        assertThat(page.locator("main")).containsText("40");
        Screens.look(page, "edition-gaps-coded-" + language);
    }
}
