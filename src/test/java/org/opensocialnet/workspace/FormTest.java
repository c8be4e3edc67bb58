package org.opensocialnet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"web", "places", "settings", "database"})
@AutoConfigureMockMvc
@ActiveProfiles("sample")
class FormTest {

    @Autowired
    MockMvcTester web;

    @Test
    void whatIsTypedAsItShouldBeIsRead() {
        var form = sent("/sample/workspace", "name", " Κουζίνα ", "seats", "12", "cost", "12,50", "language", "el");

        form.hasStatusOk().bodyJson().extractingPath("$.name").isEqualTo("Κουζίνα");
        form.bodyJson().extractingPath("$.seats").isEqualTo("12");
        form.bodyJson().extractingPath("$.cost").isEqualTo("12.50");
        faults(form).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "day,21/11/2026,2026-11-21",
        "day,2026-11-21,2026-11-21",
        "day,1.2.2026,2026-02-01",
        "time,8:30,08:30",
        "time,0830,08:30",
        "time,23.59,23:59",
        "site,paradeigma.gr,https://paradeigma.gr",
        "email,onoma@paradeigma.gr,onoma@paradeigma.gr",
        "phone,+30 210 000 0000,+30 210 000 0000"
    })
    void peopleWriteTheSameInTheirOwnWay(String field, String written, String read) {
        var form = sent("/sample/workspace", "name", "Κουζίνα", field, written);

        faults(form).isEmpty();
        form.bodyJson().extractingPath("$." + field).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',Όνομα: συμπληρώστε το πεδίο",
        "name,ένα όνομα που δεν τελειώνει ποτέ,Όνομα: γράψτε έως 20 χαρακτήρες",
        "kind,beds,Είδος: επιλέξτε κάτι από τον κατάλογο",
        "seats,51,Θέσεις: γράψτε έναν ακέραιο από 1 έως 50",
        "seats,99999999999999999999,Θέσεις: γράψτε έναν ακέραιο από 1 έως 50",
        "seats,πολλές,Θέσεις: γράψτε έναν ακέραιο από 1 έως 50",
        "cost,'12,505','Κόστος: γράψτε ένα ποσό, όπως 12,50'",
        "day,31/2/2026,'Ημέρα: γράψτε μια ημερομηνία που υπάρχει, όπως 21 11 2026'",
        "day-month,13,'Ημέρα: γράψτε μια ημερομηνία που υπάρχει, όπως 21 11 2026'",
        "time,25:00,'Ώρα: γράψτε μια ώρα, όπως 08:30'",
        "email,όχι,'E-mail: γράψτε μια διεύθυνση e-mail, όπως onoma@paradeigma.gr'",
        "phone,καλέστε,'Τηλέφωνο: γράψτε έναν αριθμό τηλεφώνου, όπως 210 123 4567'",
        "site,javascript:alert(1),'Ιστότοπος: γράψτε μια διεύθυνση ιστού, όπως https://paradeigma.gr'",
        "language,xx,Γλώσσες: επιλέξτε κάτι από τον κατάλογο"
    })
    void whatDoesNotFitIsSaidWithItsFieldAndItsRemedy(String field, String written, String sentence) {
        faults(sent("/sample/workspace", field, written, "name", "Κουζίνα")).containsExactly(sentence);
    }

    @Test
    void anAddressHasOneLine() {
        faults(sent("/sample/workspace", "name", "Κουζίνα", "email", "a@b.gr\nbcc:c@d.gr"))
                .hasSize(1);
    }

    @Test
    void theSummaryLeadsToTheFirstFieldOfAGroup() {
        var form = sent("/sample/workspace", "name", "Κουζίνα", "day-day", "31", "day-month", "2", "day-year", "2026");

        form.bodyJson().extractingPath("$.targets").asArray().containsExactly("day-day");
    }

    @Test
    void faultsSpeakTheReadersLanguage() {
        faults(sent("/en/sample/workspace", "name", "")).containsExactly("Όνομα: fill in this field");
    }

    @Test
    void whatIsTypedIsKeptThoughItIsWrong() {
        sent("/sample/workspace", "name", "Κουζίνα", "note", "πολύ μακρύ κείμενο")
                .bodyJson()
                .extractingPath("$.typed")
                .isEqualTo("πολύ μακρύ κείμενο");
    }

    @Test
    void charactersNoTextNeedsAreLeftOut() {
        sent("/sample/workspace", "name", "Κου\0ζίνα\u202e", "note", "α\r\nβ\tγ")
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("Κουζίνα");
    }

    private MvcTestResultAssert sent(String address, String... pairs) {
        var request = web.post().uri(address).characterEncoding(StandardCharsets.UTF_8);
        for (var i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return assertThat(request);
    }

    private static AbstractListAssert<?, ?, Object, ?> faults(MvcTestResultAssert form) {
        return form.bodyJson().extractingPath("$.faults").asInstanceOf(InstanceOfAssertFactories.LIST);
    }
}
