package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.LetterFamily;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter arrives, is read, and its reader decides about such letters without an account. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "osn.mail.host=127.0.0.1",
            "osn.mail.security=none",
            "osn.mail.from=Δίκτυο <help@net.example>",
            "osn.site.origin=https://net.example"
        })
@Import(MailE2eTest.News.class)
@UsePlaywright(GreekChromium.class)
class MailE2eTest {

    static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TestConfiguration(proxyBeanMethods = false)
    static class News {

        @Bean
        LetterKind news() {
            return new LetterKind(
                    "messaging.sample-news",
                    t -> t.of("messaging.test.name"),
                    "messaging/mail/test",
                    Duration.ofDays(1),
                    100,
                    Set.of("machine"),
                    Set.of(),
                    new LetterFamily("messaging.sample-news", t -> t.of("messaging.test.name"), true));
        }
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        POST.start();
        properties.add("osn.mail.port", () -> POST.getSmtp().getPort());
    }

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void emptyBox() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void close() {
        POST.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {Screens.PHONE, Screens.DESKTOP})
    void aLetterCanBeReadByEveryone(int width, Page page) throws Exception {
        var letter = received(Language.GREEK, "reader" + width + "@odos.example");
        var parts = (MimeMultipart) letter.getContent();

        Screens.size(page, width);
        page.setContent(parts.getBodyPart(1).getContent().toString());

        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screens", "mail-letter-" + width + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(new AxeBuilder(page)
                        .disableRules(
                                List.of("landmark-one-main", "region")) // a mail program brings the page around it
                        .analyze()
                        .getViolations())
                .isEmpty();
    }

    @Test
    void itsReaderStopsSuchLettersAndGetsThemAgain(Page page) throws Exception {
        Screens.size(page, Screens.PHONE);
        page.navigate(here(stopAddress(received(Language.GREEK, "stops@odos.example"))));
        Screens.look(page, "mail-stop");

        page.locator("main form button").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Τα μηνύματα σταμάτησαν");
        Screens.look(page, "mail-stopped");

        page.locator("main form button").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Να σταματήσουν αυτά τα μηνύματα;");
    }

    @Test
    void itsReaderChoosesADigestInEnglish(Page page) throws Exception {
        Screens.size(page, Screens.DESKTOP);
        page.navigate(here(stopAddress(received(Language.ENGLISH, "digest@odos.example"))));
        Screens.look(page, "mail-stop-en");
        page.locator("main p a").click();
        Screens.look(page, "mail-preferences-en");

        daily(page).check();
        page.locator("main form button").click();

        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Your choices are saved");
        assertThat(daily(page).isChecked()).isTrue();
        Screens.size(page, Screens.PHONE);
        Screens.look(page, "mail-preferences-saved-en");
    }

    /** Other rooms have letters to choose too. */
    private static Locator daily(Page page) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Test of the mail server"))
                .getByLabel("Once a day, all together");
    }

    private MimeMessage received(Language language, String to) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> outbox.leave(
                        new Letter("messaging.sample-news", to, language, null, null, Map.of("machine", "odos"))));
        assertThat(POST.waitForIncomingEmail(15_000, 1)).isTrue();
        return POST.getReceivedMessages()[0];
    }

    private static String stopAddress(MimeMessage letter) throws Exception {
        return letter.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", "");
    }

    private String here(String address) {
        return address.replace("https://net.example", "http://localhost:" + port);
    }
}
