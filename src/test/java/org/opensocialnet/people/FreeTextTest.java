package org.opensocialnet.people;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opensocialnet.people.FreeText.Trace;

/** Wherever somebody may write at length and nobody's identity belongs, it is pointed out before saving. */
class FreeTextTest {

    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path JAVA = Path.of("src/main/java/org/opensocialnet");

    /** Templates whose long texts are meant to say who somebody is, or are nobody's: and why. */
    static final Map<String, String> MEANT_FOR_IT = Map.ofEntries(
            entry("administration/group.jte", "texts of the site, written by its administrators for everybody"),
            entry("drafts/cells.jte", "the public record, where an organisation's own phones and addresses belong"),
            entry("forms/input.jte", "every text of an answer, looked at by SheetPages: QuestionnaireAnswersTest"),
            entry("gallery/deskForm.jte", "a sample that nobody keeps"),
            entry("mydata/mine.jte", "what the person asks for herself; sealed"),
            entry("mydata/wishes.jte", "the answer to her; sealed"),
            entry("questionnaire/question.jte", "words of a question, which everybody reads who is asked"),
            entry("rounds/section.jte", "opening hours in a sentence, read as hours or refused"),
            entry("workspace/textarea.jte", "the part itself"));

    @Test
    void everyLongTextIsLookedAtOrMeantForIt() throws IOException {
        var asked = asking();
        var left = new TreeSet<String>();
        try (var templates = Files.walk(TEMPLATES)) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                var name = TEMPLATES.relativize(template).toString();
                var text = Files.readString(template);
                for (var field : fields(text)) {
                    var room = name.substring(0, name.indexOf('/'));
                    boolean looked = asked.getOrDefault(room, Set.of()).contains(field)
                            && text.contains("@template.people.knows");
                    boolean byItself = name.equals("finding/report.jte") && text.contains("State.SOMEBODY")
                            || name.equals("care/care.jte") && text.contains("name = \"knows\"");
                    if (!looked && !byItself && !MEANT_FOR_IT.containsKey(name)) {
                        left.add(name + ": " + field);
                    }
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private static List<String> fields(String template) {
        return Pattern.compile(
                        "template\\.workspace\\.textarea\\([^)]*?name = ([^,]+),|<textarea[^>]* name=\"([^\"]+)\"")
                .matcher(template)
                .results()
                .map(found ->
                        found.group(1) == null ? found.group(2) : found.group(1).replace("\"", ""))
                .toList();
    }

    /** Which fields each room's pages ask about. */
    private static Map<String, Set<String>> asking() throws IOException {
        var asks = Pattern.compile("freeText\\.ask(?:Strangers)?\\(form, t((?:, \"[a-z-]+\")+)\\)");
        var field = Pattern.compile("\"([a-z-]+)\"");
        try (var sources = Files.walk(JAVA)) {
            return sources.filter(file -> file.toString().endsWith("Pages.java"))
                    .collect(Collectors.toMap(
                            file -> JAVA.relativize(file).getName(0).toString(),
                            file -> asks.matcher(text(file))
                                    .results()
                                    .flatMap(found ->
                                            field.matcher(found.group(1)).results())
                                    .map(found -> found.group(1))
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            (one, other) -> {
                                one.addAll(other);
                                return one;
                            }));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void numbersAndAddressesAreSeenWithoutAskingAnybodysRegistry() {
        assertThat(FreeText.numbers("Ο κ. Γιάννης, 6900000055, ήρθε χθες")).containsExactly(Trace.PHONE);
        assertThat(FreeText.numbers("write to nefeli@example.org")).containsExactly(Trace.EMAIL);
        assertThat(FreeText.numbers("ΑΜΚΑ 01013099997")).isNotEmpty();
        assertThat(FreeText.numbers("Ανοίγει 08:00 - 14:30, έως 31.12.2026, για 120 άτομα"))
                .isEmpty();
    }
}
