package org.opensocialnet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@AutoConfigureMockMvc
class LanguageTest {

    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-GB,en;q=0.9", "en", "fr,en;q=0.8,el;q=0.5", "EN-us"},
            nullValues = "-")
    void onlyTheBareHomeAddressAsksTheBrowser(String wish) {
        assertThat(web.get().uri("/?q=x").header("Accept-Language", wish))
                .hasStatus(303)
                .hasHeader("Location", "/en/?q=x")
                .hasHeader("Vary", "Accept-Language, Cookie");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"el,en;q=0.9", "fr", "*", "not a language;;", "en;q=0.5,el;q=0.5"})
    void whoDoesNotPreferEnglishStaysWithGreek(String wish) {
        assertThat(web.get().uri("/").header("Accept-Language", wish).exchange())
                .doesNotContainHeader("Location");
    }

    @Test
    void theSwitchIsRememberedAndLeavesACleanAddress() {
        assertThat(web.get().uri("/en/find?q=a&_language=el").exchange())
                .hasStatus(303)
                .hasHeader("Location", "/find?q=a")
                .satisfies(answer -> assertThat(answer.getResponse().getHeader("Set-Cookie"))
                        .startsWith("language=el; Path=/;")
                        .contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whoChoseGreekIsNotSentToEnglishAgain() {
        assertThat(web.get()
                        .uri("/")
                        .header("Accept-Language", "en")
                        .cookie(new Cookie("language", "el"))
                        .exchange())
                .doesNotContainHeader("Location");
    }

    @ParameterizedTest
    @CsvSource({"/en//evil.example/?_language=el,/evil.example/", "//evil.example?_language=el,/evil.example"})
    void theSwitchNeverLeavesTheSite(String address, String target) {
        assertThat(web.get()
                        .uri(java.net.URI.create("http://localhost" + address))
                        .exchange())
                .hasHeader("Location", target);
    }

    @Test
    void theBareLanguageIsItsHomePage() {
        assertThat(web.get().uri("/en")).hasHeader("Location", "/en/");
    }
}
