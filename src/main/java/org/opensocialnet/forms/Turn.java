package org.opensocialnet.forms;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.util.MultiValueMap;

/**
 * One page of a form in somebody's hands. Which of its questions are asked hangs on what is answered on it and elsewhere; it
 * works without a script, so what follows from an answer shows when the page was sent.
 */
public final class Turn {

    /** The input in which a page says which questions it showed. */
    public static final String SHOWN = "asked";

    private final Blueprint form;
    private final Blueprint.Page page;
    private final Entries elsewhere;
    private final Offering offering;
    private final Words t;

    /**
     * @param page all of it, asked or not
     * @param elsewhere what was answered on the other pages
     */
    public Turn(Blueprint form, Blueprint.Page page, Entries elsewhere, Offering offering, Words t) {
        this.form = form;
        this.page = page;
        this.elsewhere = elsewhere;
        this.offering = offering;
        this.t = t;
    }

    /**
     * A page as it was sent.
     *
     * @param asked what is asked on it now
     * @param answered those of them that it showed
     * @param more those that follow from what was answered on it
     */
    public record Sent(Blueprint.Page asked, Blueprint.Page answered, List<Question> more, Entries entries) {

        /** Whether one that follows must be answered. */
        public boolean lacks() {
            return more.stream().anyMatch(Question::required);
        }
    }

    /** What is asked on the page where this stands on it. */
    public Blueprint.Page asked(Entries here) {
        return page.only(form.asked(here.over(elsewhere)));
    }

    /** The numbers of the pages of which anything is asked where this stands here. */
    public List<Integer> numbers(Entries here) {
        return form.pages(here.over(elsewhere)).stream()
                .filter(each -> !each.asking().isEmpty())
                .map(Blueprint.Page::number)
                .toList();
    }

    /** Reads what was typed, with what is wrong said in the form. */
    public Sent read(MultiValueMap<String, String> typed, Form sent, Entries rows) {
        var asked = asked(new Filling(page, offering, t).read(Form.sent(typed, t), rows));
        var names = sent.typed(SHOWN);
        // a page that does not say what it showed had all
        var answered = names.isEmpty() ? asked : asked.only(new HashSet<>(List.of(names.split(" "))));
        var entries = new Filling(answered, offering, t).read(sent, rows);
        var more = asked.asking().stream()
                .filter(question -> !answered.questions().contains(question))
                .toList();
        return new Sent(asked, answered, more, entries);
    }

    /** Fills in what follows with what is known of it, beside what was typed. */
    public void fill(Form sent, Sent page, Entries known) {
        new Filling(new Blueprint.Page(page.asked().number(), page.asked().section(), page.more()), offering, t)
                .with(sent, known);
    }

    /** What the page says it shows. */
    public static String shown(Blueprint.Page asked) {
        return asked.asking().stream().map(Question::name).collect(Collectors.joining(" "));
    }
}
