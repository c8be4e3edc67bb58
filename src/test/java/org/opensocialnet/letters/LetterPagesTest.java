package org.opensocialnet.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** Administrators read the outbox at the desk; to all others it is not there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LetterPagesTest {

    @Autowired
    ApplicationContext context;

    SomeLetters letters;

    @BeforeEach
    void empty() {
        letters = new SomeLetters(context);
        letters.none();
    }

    @AfterEach
    void leaveNothing() {
        letters.none();
    }

    @Test
    void theListSaysWhatWaitsAndThatNoServerIsSet() {
        letters.waiting("eleni@odos.example");
        letters.dead("kostas@odos.example");

        var page = administrator().get("/en/desk/letters");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("No mail server is set", "eleni@odos.example", "kostas@odos.example")
                .contains("Waiting: 1. Given up: 1.", "The mail server refused it.");
    }

    @Test
    void theListIsNarrowed() {
        letters.waiting("eleni@odos.example");
        letters.dead("kostas@odos.example");

        assertThat(administrator().get("/en/desk/letters?state=dead").body())
                .contains("kostas@odos.example")
                .doesNotContain("eleni@odos.example");
        assertThat(administrator()
                        .get("/en/desk/letters?kind=messaging.test&state=sent")
                        .body())
                .contains("No message matches");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state='%20or%201=1--",
                "kind=%3Cscript%3E",
                "state=dead&state=sent",
                "kind=messaging.test%00",
                "before=01939000-0000-7000-8000-000000000001"
            })
    void whatNobodyOffersIsNoError(String query) {
        letters.waiting("eleni@odos.example");

        var page = administrator().get("/desk/letters?" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>");
    }

    @Test
    void aLetterIsReadWithItsWordsAndItsFate() {
        var id = letters.dead("kostas@odos.example");

        var page = administrator().get("/en/desk/letters/" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Αυτό είναι ένα δοκιμαστικό μήνυμα", "550 5.1.1 …: no such mailbox here", "Send again");
        assertThat(administrator()
                        .get("/en/desk/letters/" + letters.sent("eleni@odos.example"))
                        .body())
                .contains("The words have been erased.")
                .doesNotContain("Send again");
    }

    @Test
    void aLetterGivenUpIsSentAgainByAButton() throws Exception {
        var id = letters.dead("kostas@odos.example");
        var administrator = administrator();

        assertThat(administrator
                        .post("/desk/letters/" + id + "/again", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(letters.state(id)).isEqualTo("waiting");
        assertThat(administrator.get("/desk/letters/" + id).body()).contains("Το μήνυμα θα σταλεί ξανά.");
    }

    @Test
    void anotherSitesButtonSendsNothing() throws Exception {
        var id = letters.dead("kostas@odos.example");

        assertThat(administrator()
                        .postWithoutToken("/desk/letters/" + id + "/again", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(letters.state(id)).isEqualTo("dead");
    }

    @Test
    void toOthersTheLettersAreNotThere() throws Exception {
        var id = letters.dead("kostas@odos.example");
        var others = List.of(
                desk().as(Role.COORDINATOR, null),
                desk().as(Role.AUDITOR, null),
                desk().as(Role.RESEARCHER, null),
                desk().as(Role.ORGANIZATION_ADMIN, Uuid7.next()),
                desk().as(Role.EDITOR, Uuid7.next()));

        assertThat(others).allSatisfy(other -> {
            assertThat(other.get("/desk/letters").statusCode()).isEqualTo(403);
            assertThat(other.get("/desk/letters/" + id).statusCode()).isEqualTo(404);
            assertThat(other.post("/desk/letters/" + id + "/again", Map.of()).statusCode())
                    .isEqualTo(404);
        });
        assertThat(desk().stranger().get("/desk/letters").statusCode()).isEqualTo(303);
        assertThat(letters.state(id)).isEqualTo("dead");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(administrator().get("/desk/letters/" + Uuid7.next()).statusCode())
                .isEqualTo(404);
        assertThat(administrator().get("/desk/letters/x").statusCode()).isBetween(400, 404);
    }

    private AtTheDesk desk() {
        return AtTheDesk.of(context);
    }

    private Visitor administrator() {
        return desk().as(Role.ADMINISTRATOR, null);
    }
}
