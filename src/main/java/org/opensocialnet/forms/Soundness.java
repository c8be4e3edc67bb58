package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must be true of a form before anybody is asked with it. */
public final class Soundness {

    public static final int MOST_QUESTIONS = 200;
    public static final int MOST_COLUMNS = 12;
    public static final int MOST_OPTIONS = 300;
    public static final int LONGEST_LABEL = 500;

    /** Names fit an address, a column of a sheet and the id of an input. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    /** The vocabularies of the program that choices may come from. */
    private static final Set<String> LISTS = Set.of("kinds", "groups", "communities");

    private Soundness() {}

    /** Something that is wrong with a form: with which question, and the key of the sentence that says it. */
    public record Fault(String question, String key) {}

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isList(String list) {
        return LISTS.contains(list);
    }

    public static List<Fault> faults(Blueprint form) {
        var faults = new ArrayList<Fault>();
        if (form.title().blank()) {
            faults.add(new Fault("", "forms.fault.title"));
        }
        if (form.asking().isEmpty()) {
            faults.add(new Fault("", "forms.fault.nothing-asked"));
        }
        if (form.questions().size() > MOST_QUESTIONS) {
            faults.add(new Fault("", "forms.fault.too-many"));
        }
        faults(form.questions(), false, faults);
        return faults;
    }

    private static void faults(List<Question> questions, boolean inTable, List<Fault> faults) {
        var names = new HashSet<String>();
        for (var question : questions) {
            var name = question.name();
            if (!isName(name)) {
                faults.add(new Fault(name, "forms.fault.name"));
            } else if (!names.add(name)) {
                faults.add(new Fault(name, "forms.fault.twice"));
            }
            if (question.label().blank()) {
                faults.add(new Fault(name, "forms.fault.label"));
            }
            if (question.kind().chooses()) {
                choices(question, faults);
            }
            if (hangsInTheAir(question, inTable ? List.of() : questions)) {
                faults.add(new Fault(name, "forms.fault.condition"));
            }
            if (inTable && !question.kind().fitsARow()) {
                faults.add(new Fault(name, "forms.fault.row"));
            }
            if (question.kind() == Kind.TABLE && !inTable) {
                if (question.columns().isEmpty() || question.columns().size() > MOST_COLUMNS) {
                    faults.add(new Fault(name, "forms.fault.columns"));
                }
                faults(question.columns(), true, faults);
            }
        }
    }

    /** Whether its condition is about nothing that was asked before it. */
    private static boolean hangsInTheAir(Question question, List<Question> all) {
        var onlyIf = question.onlyIf();
        return onlyIf != null
                && all.stream()
                        .takeWhile(other -> !other.name().equals(question.name()))
                        .filter(Question::decides)
                        .filter(other -> other.name().equals(onlyIf.question()))
                        .noneMatch(other -> !onlyIf.codes().isEmpty()
                                && other.options().stream()
                                        .map(Option::code)
                                        .toList()
                                        .containsAll(onlyIf.codes()));
    }

    private static void choices(Question question, List<Fault> faults) {
        var codes = new HashSet<String>();
        boolean own = question.list().isEmpty();
        boolean enough = own
                ? !question.options().isEmpty() && question.options().size() <= MOST_OPTIONS
                : isList(question.list());
        if (!enough) {
            faults.add(new Fault(question.name(), "forms.fault.choices"));
        }
        for (var option : question.options()) {
            if (!CODE.matcher(option.code()).matches()
                    || !codes.add(option.code())
                    || option.label().blank()) {
                faults.add(new Fault(question.name(), "forms.fault.code"));
                return;
            }
        }
    }
}
