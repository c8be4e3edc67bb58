package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.letters.SomeLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The outbox at the desk, as an administrator sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@UsePlaywright(GreekChromium.class)
class LettersE2eTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void leaveNothing() {
        new SomeLetters(context).none();
    }

    @ParameterizedTest
    @CsvSource({"'',390", "'',1280", "/en,390", "/en,1280"})
    void theOutboxAndALetter(String language, int width, Page page) {
        var letters = new SomeLetters(context);
        letters.none();
        letters.sent("eleni@odos.example");
        letters.withheld("maria@odos.example");
        letters.waiting("a.very.long.address.of.somebody@organisation-with-a-long-name.example");
        var dead = letters.dead("kostas@odos.example");
        enter(page, width);

        page.navigate(address(language + "/desk/letters"));
        Screens.look(page, "letters" + language.replace('/', '-'));
        page.navigate(address(language + "/desk/letters/" + dead));
        Screens.look(page, "letters-letter" + language.replace('/', '-'));

        page.locator("main form button").click();
        assertThat(page.locator("main form button").count()).isZero();
        Screens.look(page, "letters-again" + language.replace('/', '-'));
    }

    @Test
    void anEmptyOutbox(Page page) {
        new SomeLetters(context).none();
        enter(page, Screens.PHONE);

        page.navigate(address("/desk/letters"));

        Screens.look(page, "letters-none");
    }

    private void enter(Page page, int width) {
        Screens.size(page, width);
        AtTheDesk.of(context).as(Role.ADMINISTRATOR, null).entersWith(page.context());
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
