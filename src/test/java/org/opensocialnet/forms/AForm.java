package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Forms of any shape that is sound. */
final class AForm {

    private static final List<String> WORDS =
            List.of("Πόσες θέσεις;", "Ώρες & μέρες", "«Κενά»", "<b>Ποιοι</b>", "= SUM(1)", "α\nβ", "Τι λείπει…");

    private AForm() {}

    static Blueprint any(Random random) {
        var questions = new ArrayList<Question>();
        int many = 1 + random.nextInt(12);
        for (int i = 0; i < many; i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            questions.add(question("q" + i, kind, random, true).onlyAfter(condition(questions, random)));
        }
        questions.add(question("last", Kind.NUMBER, random, false));
        return new Blueprint(
                new Bilingual("Τίτλος " + random.nextInt(9), random.nextBoolean() ? "Title" : ""), questions);
    }

    /** Sometimes it hangs on choices of one before it. */
    private static @Nullable Condition condition(List<Question> before, Random random) {
        var deciding = before.stream().filter(Question::decides).toList();
        if (deciding.isEmpty() || random.nextBoolean()) {
            return null;
        }
        var about = deciding.get(random.nextInt(deciding.size()));
        var codes = about.options().stream().map(Option::code).toList();
        return new Condition(about.name(), codes.subList(0, 1 + random.nextInt(codes.size())));
    }

    private static Question question(String name, Kind kind, Random random, boolean mayBeATable) {
        var question = Question.of(name, kind, label(random));
        if (!kind.asks()) {
            return question;
        }
        if (random.nextBoolean()) {
            question = question.hinting(label(random));
        }
        if (random.nextBoolean()) {
            question = question.mustBeAnswered();
        }
        if (kind == Kind.NUMBER && random.nextBoolean()) {
            question = question.between(random.nextInt(9) - 4, random.nextBoolean() ? 10 + random.nextInt(99) : null);
        }
        if (kind.chooses()) {
            question = random.nextInt(3) == 0 ? question.offering("groups") : question.offering(options(random));
        }
        if (kind == Kind.TABLE && mayBeATable) {
            var columns = new ArrayList<Question>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                var of = List.of(Kind.LINE, Kind.TEXT, Kind.NUMBER, Kind.ONE, Kind.MANY, Kind.HOURS);
                columns.add(question("c" + i, of.get(random.nextInt(of.size())), random, false));
            }
            question = question.asking(columns).beginningWith(random.nextBoolean() ? "services" : "");
        }
        return kind == Kind.TABLE || random.nextBoolean() ? question : question.meaning("service.hours");
    }

    private static List<Option> options(Random random) {
        var options = new ArrayList<Option>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            options.add(new Option("o" + i, label(random)));
        }
        return options;
    }

    private static Bilingual label(Random random) {
        return new Bilingual(
                WORDS.get(random.nextInt(WORDS.size())), random.nextInt(3) == 0 ? "" : "Text " + random.nextInt(50));
    }
}
