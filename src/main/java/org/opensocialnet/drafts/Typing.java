package org.opensocialnet.drafts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** Between values as the directory keeps them and texts as people type them. What is wrong is told in the form. */
final class Typing {

    static final int LINE = 300;
    static final int TEXT = 5_000;
    private static final int MOST = 1_000_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final Pattern COORDINATE = Pattern.compile("[+-]?\\d{1,3}([.,]\\d{1,12})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,28}[0-9]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,4})?");

    private Typing() {}

    /** A value as a form shows it. */
    static String shown(Blank blank, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return switch (blank.input()) {
            case DATE -> day(value);
            case AGE, COUNT, NUMBER -> value.replaceFirst("\\.0+$", "").replaceFirst("(\\.\\d*?)0+$", "$1");
            default -> value;
        };
    }

    private static String day(String value) {
        try {
            return DAY.format(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    /** What was shown, as the value it was made of. */
    static @Nullable String kept(Blank blank, String shown) {
        if (shown.isEmpty()) {
            return null;
        }
        if (blank.input() == Blank.Input.DATE) {
            try {
                return LocalDate.parse(shown, DAY).toString();
            } catch (DateTimeParseException e) {
                return shown;
            }
        }
        return shown;
    }

    /** What was typed into a field, as a value; nothing where it is empty or wrong, which the form then tells. */
    static @Nullable String value(
            Form form, Words t, String name, String label, Blank blank, List<Choice> choices, boolean required) {
        if (form.typed(name).isEmpty()) {
            if (required) {
                form.refuse(name, t.of("drafts.fault.required", label));
            }
            return null;
        }
        var field = form.field(name, label);
        var value = switch (blank.input()) {
            case LINE -> field.optional(LINE);
            case TEXT -> field.optional(TEXT);
            case EMAIL -> field.email();
            case LINK -> text(field.web());
            case PHONE -> matching(form, name, PHONE, t.of("drafts.fault.phone", label));
            case NUMBER ->
                matching(form, name, NUMBER, t.of("drafts.fault.amount", label)).replace(',', '.');
            case COORDINATE -> coordinate(form, t, name, label, blank);
            case AGE -> text(field.number(0, 130));
            case COUNT -> text(field.number(0, MOST));
            case DATE -> text(field.date());
            case YES_NO, CHOICE, LANGUAGE, PLACE, UNIT, GROUP, PROGRAM, FUNDING ->
                field.oneOf(choices.stream().map(Choice::value).toList());
        };
        return value.isEmpty() ? null : value;
    }

    private static String coordinate(Form form, Words t, String name, String label, Blank blank) {
        var typed = matching(form, name, COORDINATE, t.of("drafts.fault.coordinate", label))
                .replace(',', '.');
        double most = blank.column().equals("latitude") ? 90 : 180;
        if (!typed.isEmpty() && Math.abs(Double.parseDouble(typed)) > most) {
            form.refuse(name, t.of("drafts.fault.coordinate", label));
            return "";
        }
        return typed;
    }

    private static String matching(Form form, String name, Pattern pattern, String sentence) {
        var typed = form.typed(name);
        if (pattern.matcher(typed).matches()) {
            return typed;
        }
        form.refuse(name, sentence);
        return "";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
