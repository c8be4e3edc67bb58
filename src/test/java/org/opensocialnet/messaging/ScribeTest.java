package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opensocialnet.mail.OneLine;
import org.opensocialnet.messaging.Scribe.Draft;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Letters are written once, in the reader's language, as a document and as plain text. */
@SpringBootTest(properties = {"osn.site.origin=https://help.odos.example", "osn.site.name=Δίκτυο"})
class ScribeTest {

    static final String DAY = "(.*-)?(deadline|date|day|until|since|on)";
    static final String MOMENT = "(.*-)?(moment|at|expires)";

    @Autowired
    Scribe scribe;

    @Autowired
    Kinds kinds;

    @Test
    void everyLetterOfEveryRoomCanBeWrittenInBothLanguages() {
        assertThat(kinds.all()).isNotEmpty().allSatisfy(kind -> {
            for (var language : Language.values()) {
                var written = scribe.write(sample(kind, language));

                assertThat(written.subject()).isNotBlank().doesNotContain("\n");
                assertThat(written.html()).contains("<html lang=\"" + language.code() + "\"");
                assertThat(written.text()).isNotBlank().doesNotContain("<", "null");
                kind.values()
                        .forEach(value -> assertThat(written.subject() + written.text())
                                .as("%s in %s", value, kind.code())
                                .contains(writtenOf(value)));
            }
        });
    }

    @Test
    void whatOthersMayNotSeeIsHidden() {
        assertThat(kinds.all())
                .allSatisfy(kind -> kind.secrets()
                        .forEach(secret -> assertThat(scribe.writeWithoutSecrets(sample(kind, Language.GREEK))
                                        .html())
                                .doesNotContain(sampleOf(secret))));
    }

    @Test
    void whatWasTypedStaysTextInTheDocument() {
        var written = test("<img src=x onerror=alert(1)> & \"Odos\"");

        assertThat(written.html()).doesNotContain("<img").contains("&lt;img src=x");
        assertThat(written.text()).contains("<img src=x onerror=alert(1)> & \"Odos\"");
    }

    @Test
    void theTwoLanguagesDiffer() {
        assertThat(test("m").subject()).isEqualTo("A test from Δίκτυο");
        assertThat(scribe.write(draft("m", Language.GREEK)).subject()).isEqualTo("Δοκιμή από: Δίκτυο");
    }

    @Test
    void plainTextKeepsTheShapeOfTheDocument() {
        assertThat(PlainText.of("""
                        <html><head><title> One
                          line </title></head><body><h1>Hello</h1><p>Two
                        words <strong>here</strong>.</p><ul><li>first</li><li>second</li></ul>
                        <p><a href="https://odos.example/x">Open it</a></p>
                        <p><a href="https://odos.example">https://odos.example</a></p></body></html>
                        """)).isEqualTo(new PlainText.Read("One line", """
                        Hello

                        Two words here.

                        - first
                        - second

                        Open it:
                        https://odos.example/x

                        https://odos.example
                        """));
    }

    @Test
    void aTemplateWithATagLeftOpenIsRefused() {
        assertThatThrownBy(() -> PlainText.of("<html><head><title>x</title></head><body><p>a</body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubjectHasOneLineWhateverIsInIt() {
        assertThat(OneLine.of("Hello\r\nBcc: all@odos.example\u2028\u0000you"))
                .isEqualTo("Hello Bcc: all@odos.example you");
    }

    private Written test(String machine) {
        return scribe.write(draft(machine, Language.ENGLISH));
    }

    private Draft draft(String machine, Language language) {
        return new Draft(kinds.find(OwnLetters.TEST).orElseThrow(), language, Map.of("machine", machine), null);
    }

    /** Each value is a page, which is also a text; days and moments are those whose names end so. */
    static Draft sample(LetterKind kind, Language language) {
        return new Draft(
                kind,
                language,
                kind.values().stream().collect(Collectors.toMap(name -> name, ScribeTest::sampleOf)),
                kind.family() == null ? null : "https://help.odos.example/letters/x");
    }

    private static String sampleOf(String value) {
        return value.matches(DAY) ? "2026-11-21" : value.matches(MOMENT) ? "2026-11-21T08:00:00Z" : "/sample-" + value;
    }

    /** Days and moments are put into words. */
    private static String writtenOf(String value) {
        return value.matches(DAY + "|" + MOMENT) ? "2026" : sampleOf(value);
    }
}
