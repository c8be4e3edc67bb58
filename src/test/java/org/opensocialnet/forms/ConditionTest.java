package org.opensocialnet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Seeded;

/** Which questions are asked, as far as others have been answered. */
class ConditionTest {

    static final Question BEDS = choice("beds");
    static final Question MEALS = choice("meals").onlyAfter(new Condition("beds", List.of("yes")));
    static final Question HOW = text("how").onlyAfter(new Condition("meals", List.of("yes")));
    static final Blueprint FORM = new Blueprint(
            new Bilingual("Τ", ""),
            List.of(
                    section("first"),
                    BEDS,
                    MEALS,
                    HOW,
                    section("who").onlyAfter(new Condition("beds", List.of("no", "yes"))),
                    text("name").mustBeAnswered(),
                    section("last"),
                    text("more")));

    static Question choice(String name) {
        return Question.of(name, Kind.ONE, label(name))
                .offering(List.of(new Option("yes", label("Ναι")), new Option("no", label("Όχι"))));
    }

    static Question text(String name) {
        return Question.of(name, Kind.LINE, label(name));
    }

    static Question section(String name) {
        return Question.of(name, Kind.SECTION, label(name));
    }

    static Bilingual label(String text) {
        return new Bilingual(text, "");
    }

    @Test
    void whatHangsOnAnAnswerIsAskedAfterItAndNotBefore() {
        assertThat(FORM.asked(Entries.NONE)).containsExactly("first", "beds", "last", "more");
        assertThat(FORM.asked(said("beds", "yes")))
                .contains("meals", "who", "name")
                .doesNotContain("how");
        assertThat(FORM.asked(said("beds", "yes", "meals", "yes"))).contains("how");
    }

    @Test
    void whatHangsOnSomethingThatIsNotAskedIsNotAskedEither() {
        assertThat(FORM.asked(said("beds", "no", "meals", "yes"))).doesNotContain("meals", "how");
    }

    @Test
    void aPageOfWhichNothingIsAskedKeepsItsNumber() {
        assertThat(FORM.pages(Entries.NONE))
                .extracting(Blueprint.Page::number, page -> page.asking().size())
                .containsExactly(tuple(1, 1), tuple(2, 0), tuple(3, 1));
        assertThat(FORM.pages(Entries.NONE).get(1).lacks(Entries.NONE)).isFalse();
        assertThat(FORM.pages(said("beds", "no")).get(1).lacks(said("beds", "no")))
                .as("its name must be answered")
                .isTrue();
    }

    @Test
    void aConditionAboutNothingThatIsAskedBeforeIsAFault() {
        for (var wrong : List.of(
                new Condition("how", List.of("yes")),
                new Condition("nobody", List.of("yes")),
                new Condition("beds", List.of("perhaps")),
                new Condition("beds", List.of()))) {
            var form = FORM.with(text("late").onlyAfter(wrong), "how");
            assertThat(Soundness.faults(form)).contains(new Soundness.Fault("late", "forms.fault.condition"));
        }
        assertThat(Soundness.faults(FORM)).isEmpty();
        assertThat(Soundness.faults(FORM.moved("beds", false)))
                .as("the question it hangs on went below it")
                .contains(new Soundness.Fault("meals", "forms.fault.condition"));
        assertThat(Soundness.faults(FORM.without("beds"))).isNotEmpty();
    }

    /** Whatever is answered: a question is asked exactly where its page is and its condition holds on what is asked. */
    @Seeded
    void whatIsAskedIsWhatTheConditionsSay(Random random) {
        var form = AForm.any(random);
        var texts = new HashMap<Spot, String>();
        for (var question : form.questions()) {
            if (question.decides() && random.nextBoolean()) {
                var options = question.options();
                texts.put(
                        Spot.of(question.name()),
                        options.get(random.nextInt(options.size())).code());
            }
        }
        var said = new Entries(texts);
        var asked = form.asked(said);
        var sections = new HashSet<String>();
        var section = "";
        for (var question : form.questions()) {
            section = question.kind() == Kind.SECTION ? question.name() : section;
            var onlyIf = question.onlyIf();
            boolean holds = onlyIf == null
                    || asked.contains(onlyIf.question()) && onlyIf.codes().contains(said.text(onlyIf.question()));
            if (question.kind() == Kind.SECTION && holds) {
                sections.add(section);
            }
            assertThat(asked.contains(question.name()))
                    .as(question.name())
                    .isEqualTo(holds && (section.isEmpty() || sections.contains(section)));
        }
    }

    static Entries said(String... pairs) {
        var texts = new HashMap<Spot, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(Spot.of(pairs[i]), pairs[i + 1]);
        }
        return new Entries(Map.copyOf(texts));
    }
}
