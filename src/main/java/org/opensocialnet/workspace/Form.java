package org.opensocialnet.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form between two sendings: what was typed, read field by field, and the faults found on the way, each a sentence in
 * the reader's language that names the field and the remedy. Nothing typed is lost: the same form is shown again.
 *
 * <pre>{@code
 * var form = Form.sent(typed, t);                                  // @RequestParam MultiValueMap<String, String> typed
 * var name = form.field("name", t.of("…")).required(200);
 * var seats = form.field("seats", t.of("…")).number(0, 10_000);
 * if (!form.sound()) {
 *     return form.again("upkeep/service", page);                   // 422, with the summary of faults
 * }
 * }</pre>
 */
public final class Form {

    /** A field and what is wrong with it; a group of inputs is meant by its first one. */
    public record Fault(String field, String target, String sentence) {}

    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Words t;

    private Form(Words t) {
        this.t = t;
    }

    /** A form nobody has filled in yet; {@link #with} gives it what is known. */
    public static Form fresh(Words t) {
        return new Form(t);
    }

    /** What somebody sent. Control characters go, except for new lines. */
    public static Form sent(MultiValueMap<String, String> typed, Words t) {
        var form = new Form(t);
        typed.forEach((name, values) ->
                form.typed.put(name, values.stream().map(Typed::clean).toList()));
        return form;
    }

    /** Sets what a field shows before somebody types. */
    public Form with(String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, List.of(value.toString()));
        }
        return this;
    }

    /** The same for a day in three fields. */
    public Form withDate(String name, @Nullable LocalDate day) {
        return day == null
                ? this
                : with(name + "-day", day.getDayOfMonth())
                        .with(name + "-month", day.getMonthValue())
                        .with(name + "-year", day.getYear());
    }

    /** Sets which of several choices are taken before somebody chooses. */
    public Form withAll(String name, List<?> values) {
        typed.put(name, values.stream().map(Object::toString).toList());
        return this;
    }

    /** One field to be read, by its label in the reader's language. */
    public Field field(String name, String label) {
        return new Field(this, name, label);
    }

    /** What was typed, as it was typed; empty where nothing was. */
    public String typed(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst();
    }

    /** All that was chosen under one name. */
    public List<String> all(String name) {
        return typed.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Whether nothing is wrong so far. */
    public boolean sound() {
        return faults.isEmpty();
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What is wrong with a field; none where nothing is. */
    public @Nullable String fault(String name) {
        return faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(Fault::sentence)
                .findFirst()
                .orElse(null);
    }

    /** A rule of the domain that a field breaks; the sentence names the remedy. */
    public Form refuse(String name, String sentence) {
        return refuse(name, name, sentence);
    }

    /** The page once more, with what was typed and what is wrong: status 422. */
    public ModelAndView again(String view, Object page) {
        return new ModelAndView(view, Map.of("page", page, "form", this), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The page for the first time. */
    public ModelAndView page(String view, Object page) {
        return new ModelAndView(view, Map.of("page", page, "form", this));
    }

    Form refuse(String name, String target, String sentence) {
        if (fault(name) == null) {
            faults.add(new Fault(name, target, sentence));
        }
        return this;
    }

    Words words() {
        return t;
    }
}
