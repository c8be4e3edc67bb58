package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.messaging.Readers.How;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A reader decides about letters by a signed link, without an account. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import(SampleLetters.class)
class PreferencesTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    Readers readers;

    @Autowired
    Stamp stamp;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    String eleni = "";
    String page = "";

    @BeforeEach
    void eleniHasDecidedNothing() {
        eleni = stamp.of(EmailAddress.read("eleni@odos.example").orElseThrow());
        page = "/letters/" + readers.ticket(eleni);
        Sight.job("test")
                .run(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    jdbc.sql("delete from messaging.choice").update();
                    jdbc.sql("delete from messaging.reader").update();
                }));
    }

    @Test
    void lookingChangesNothing() throws Exception {
        assertThat(web.get().uri(page + "/messaging.news"))
                .hasStatusOk()
                .bodyText()
                .contains("Να σταματήσουν αυτά τα μηνύματα;");

        assertThat(how()).isEqualTo(How.AT_ONCE);
    }

    @Test
    void theButtonStopsAndTheNextOneStartsAgain() throws Exception {
        assertThat(web.post().uri("/en" + page + "/messaging.news"))
                .hasStatus(303)
                .hasRedirectedUrl("/en" + page + "/messaging.news");
        assertThat(how()).isEqualTo(How.NEVER);
        assertThat(web.get().uri("/en" + page + "/messaging.news")).bodyText().contains("The messages are stopped");

        web.post().uri(page + "/messaging.news").param("again", "yes").exchange();
        assertThat(how()).isEqualTo(How.AT_ONCE);
    }

    @Test
    void aMailProgramsOwnButtonStopsWithoutAPage() throws Exception {
        assertThat(web.post()
                        .uri(page + "/messaging.news")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("List-Unsubscribe=One-Click"))
                .hasStatus(204);

        assertThat(how()).isEqualTo(How.NEVER);
    }

    @Test
    void onePageHoldsAllChoices() throws Exception {
        assertThat(web.get().uri("/en" + page))
                .bodyText()
                .contains("Once a day, all together", "Test of the mail server");
        assertThat(web.post().uri(page).param("messaging.news", "daily").param("language", "en"))
                .hasStatus(303)
                .hasRedirectedUrl("/en" + page + "?saved");

        assertThat(how()).isEqualTo(How.DAILY);
        assertThat(readers().language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatIsNotOfferedIsNotTaken() throws Exception {
        web.post()
                .uri(page)
                .param("messaging.news", "hourly")
                .param("messaging.way-in", "never")
                .param("language", "tlh")
                .exchange();

        assertThat(readers().families()).isEmpty();
        assertThat(readers().language()).isNull();
    }

    @Test
    void neededLettersCannotBeStopped() {
        assertThat(web.post().uri(page + "/messaging.way-in")).hasStatus(404);
        assertThat(web.get().uri(page)).bodyText().doesNotContain("messaging.way-in");
    }

    @Test
    void aLinkThatWasMadeUpOpensNothing() throws Exception {
        var other = stamp.of(EmailAddress.read("kostas@odos.example").orElseThrow());
        var forged = other + page.substring(page.indexOf('.'));

        assertThat(web.get().uri("/letters/" + forged)).hasStatus(404);
        assertThat(web.post().uri("/letters/" + forged + "/messaging.news")).hasStatus(404);
        assertThat(web.get().uri("/letters/x")).hasStatus(404);
        assertThat(how()).isEqualTo(How.AT_ONCE);
    }

    private How how() throws Exception {
        return readers().how(SampleLetters.NEWS);
    }

    private Readers.Preferences readers() throws Exception {
        return Sight.job("test").call(() -> readers.preferences(eleni));
    }
}
