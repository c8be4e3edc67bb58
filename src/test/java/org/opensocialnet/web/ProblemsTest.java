package org.opensocialnet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@AutoConfigureMockMvc
@ActiveProfiles("sample")
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    MockMvcTester web;

    @Test
    void aBrowserGetsARefusalAsAPageInItsLanguage() {
        assertThat(web.get().uri("/en/sample/refused").header("Accept", BROWSER))
                .hasStatus(409)
                .hasContentType("text/html;charset=UTF-8")
                .bodyText()
                .contains("Co-funded by: Δήμος", "This cannot be done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "application/json", "*/*"})
    void aProgramGetsARefusalAsAProblemDocument(String accept) {
        assertThat(web.get().uri("/sample/refused").header("Accept", accept))
                .hasStatus(409)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Με συγχρηματοδότηση: Δήμος");
    }

    @Test
    void anUnknownAddressIsAPageThatHelpsOn() {
        assertThat(web.get().uri("/nothing/here").header("Accept", BROWSER))
                .hasStatus(404)
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains("Η σελίδα δεν βρέθηκε", "href=\"/\"", "noindex");
    }

    @Test
    void aFaultOfOursHasANumberTheLogKnowsAndTellsNothingElse(CapturedOutput log) {
        var answer = web.get().uri("/sample/broken").exchange();

        assertThat(answer).hasStatus(500).bodyText().doesNotContain("secret", "IllegalState", "Exception");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.number")
                .asString()
                .hasSize(8)
                .satisfies(number -> assertThat(log).contains("number " + number, "secret detail"));
    }

    @Test
    void aWrongNumberNamesItsFieldAndTheRemedy() {
        assertThat(web.get().uri("/en/sample/number/abc?page=1"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.faults[0]")
                .asMap()
                .containsEntry("field", "number")
                .containsEntry("remedy", "is not in the form we expect");
        assertThat(web.get().uri("/en/sample/number/1"))
                .hasStatus(400)
                .bodyText()
                .contains("page", "is missing");
    }

    @Test
    void aWrongFormNamesEveryFieldInTheReadersLanguage() {
        assertThat(web.get().uri("/sample/form?name=&seats=x").header("Accept", BROWSER))
                .hasStatus(400)
                .bodyText()
                .contains("<b>seats</b>", "δεν έχει τη μορφή που περιμένουμε");
        assertThat(web.get().uri("/en/sample/form?name=&seats=3"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.faults[0].remedy")
                .isEqualTo("must not be blank");
    }

    @Test
    void theWrongMethodAndTheWrongFormAreSaidSo() {
        assertThat(web.post().uri("/en/sample/refused").header("Accept", BROWSER))
                .hasStatus(405)
                .hasHeader("Allow", "GET")
                .bodyText()
                .contains("cannot be done here");
        assertThat(web.get().uri("/en/sample/only-csv").header("Accept", "image/png"))
                .hasStatus(406);
    }
}
