package org.opensocialnet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
class WordsOfAPageTest {

    @Autowired
    Frame frame;

    @Test
    void distancesAreSaidAsPeopleSayThem() {
        assertThat(greek().distance(347)).isEqualTo("350 μ.");
        assertThat(greek().distance(3)).isEqualTo("10 μ.");
        assertThat(greek().distance(1_090)).isEqualTo("1,1 χλμ.");
        assertThat(english().distance(996)).isEqualTo("1 km");
        assertThat(english().distance(12_400)).isEqualTo("12 km");
    }

    @Test
    void momentsAreShownAsTheClocksOfAthensShowThem() {
        var moment = Instant.parse("2026-11-21T23:14:59Z");

        assertThat(greek().moment(moment)).isEqualTo("22 Νοεμβρίου 2026, 01:14");
        assertThat(english().moment(moment)).isEqualTo("22 November 2026, 01:14");
    }

    @Test
    void figuresAndDatesFollowTheLanguage() {
        var day = LocalDate.of(2026, 11, 21);

        assertThat(greek().number(3000)).isEqualTo("3.000");
        assertThat(english().number(3000)).isEqualTo("3,000");
        assertThat(greek().money(Money.euros("1240.50"))).isEqualTo("1.240,50 €");
        assertThat(english().money(Money.euros("5"))).isEqualTo("€5");
        assertThat(greek().date(day)).isEqualTo("21 Νοεμβρίου 2026");
        assertThat(greek().weekdayAndDate(day)).isEqualTo("Σάββατο 21 Νοεμβρίου");
        assertThat(english().weekdayAndDate(day)).isEqualTo("Saturday 21 November");
        assertThat(english().time(LocalTime.of(8, 30))).isEqualTo("08:30");
    }

    @Test
    void aTextIsGivenInTheReadersLanguageOrSaysInWhichItIs() {
        var translations = "{\"en\":{\"name\":\"Day centre\"},\"fa\":{\"name\":\"مرکز\"}}";

        assertThat(greek().text("Κέντρο ημέρας", translations, "name")).isEqualTo(new Passage("Κέντρο ημέρας", null));
        assertThat(english().text("Κέντρο ημέρας", translations, "name")).isEqualTo(new Passage("Day centre", null));
        assertThat(english().text("Κέντρο ημέρας", translations, "description"))
                .isEqualTo(new Passage("Κέντρο ημέρας", "el"));
        assertThat(greek().text(null, Map.of()).isEmpty()).isTrue();
        assertThat(new Passage("مرکز", "fa").dir()).isEqualTo("rtl");
    }

    @Test
    void linksStayInTheReadersLanguage() {
        assertThat(english().link("/find?q=x")).isEqualTo("/en/find?q=x");
        assertThat(greek().link("/")).isEqualTo("/");
        assertThat(english().address("/find")).isEqualTo("https://city.example/en/find");
        assertThat(english().here()).isEqualTo("/find?q=%CE%B1");
    }

    Words greek() {
        return new Words(frame, new Visit(Language.GREEK, "https://city.example", "/find", ""));
    }

    Words english() {
        return new Words(frame, new Visit(Language.ENGLISH, "https://city.example", "/find", "q=%CE%B1"));
    }
}
