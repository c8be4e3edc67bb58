package org.opensocialnet.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Filling;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Shown;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Task;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** The pages of an answer, the same by link and at the desk for whoever is on the phone: how far it is, and one page to fill in. */
@Component
class SheetPages {

    private final EditionBoard board;
    private final AnswerBook answers;
    private final KnownRecords records;
    private final FreeText freeText;

    SheetPages(EditionBoard board, AnswerBook answers, KnownRecords records, FreeText freeText) {
        this.board = board;
        this.answers = answers;
        this.records = records;
        this.freeText = freeText;
    }

    /** Whose answer it is, where its pages live, and whether somebody speaks on the phone. */
    record Place(String base, Respondent respondent, boolean byPhone) {}

    record Overview(Place place, String title, List<Task> pages, boolean ready, boolean begun) {}

    /**
     * One page to fill in.
     *
     * @param seen a mark of what it held when it was shown
     * @param others what somebody else has saved on it meanwhile, in words
     * @param last whether the overview follows it
     */
    record SheetPage(
            Place place,
            String form,
            String title,
            int number,
            int pages,
            List<Shown> questions,
            String seen,
            List<String> others,
            boolean prefilled) {}

    ModelAndView overview(Place place, Form form, Words t) {
        var questions = questions(place);
        var saved = answers.saved(place.respondent().id());
        var tasks = new ArrayList<Task>();
        for (var page : questions.pages()) {
            if (page.asking().isEmpty()) {
                continue;
            }
            var state = saved.get(page.number());
            boolean must = page.asking().stream().anyMatch(question -> question.required());
            tasks.add(new Task(
                    page.title(t, questions),
                    null,
                    t.link(place.base() + "/page/" + page.number()),
                    state == null
                            ? t.of(must ? "questionnaire.page.not-yet" : "questionnaire.page.may-be")
                            : t.of(state.sound() ? "questionnaire.page.saved" : "questionnaire.page.incomplete"),
                    state == null ? Tone.NEUTRAL : state.sound() ? Tone.GOOD : Tone.ATTENTION));
        }
        boolean ready = !saved.isEmpty()
                && answers.missing(place.respondent().id(), questions).isEmpty();
        var shown = form.sound()
                ? form.page(
                        "questionnaire/overview",
                        new Overview(place, questions.title().in(t), tasks, ready, !saved.isEmpty()))
                : form.again(
                        "questionnaire/overview",
                        new Overview(place, questions.title().in(t), tasks, ready, !saved.isEmpty()));
        return shown;
    }

    ModelAndView sheet(Place place, String number, Words t) {
        var questions = questions(place);
        var page = page(questions, number);
        var known = records.of(place.respondent().organization(), t);
        var there = answers.written(place.respondent().id()).said().of(AnswerBook.names(page));
        boolean saved = answers.saved(place.respondent().id()).containsKey(page.number());
        var before = known.before(questions).of(AnswerBook.names(page));
        var shown = saved ? there : before;
        var filling = new Filling(page, known, t);
        return filling.with(shown)
                .page(
                        "questionnaire/sheet",
                        new SheetPage(
                                place,
                                questions.title().in(t),
                                page.title(t, questions),
                                page.number(),
                                questions.pages().size(),
                                filling.shown(shown),
                                AnswerBook.mark(there, saved),
                                List.of(),
                                !saved && !before.texts().isEmpty()));
    }

    /** Keeps what was typed, also where something of it is wrong; gives the page again then, and nothing where it is done. */
    Optional<ModelAndView> save(Place place, String number, MultiValueMap<String, String> typed, Words t) {
        var questions = questions(place);
        var page = page(questions, number);
        var known = records.of(place.respondent().organization(), t);
        var before = known.before(questions).of(AnswerBook.names(page));
        var id = place.respondent().id();
        var form = Form.sent(typed, t);
        var filling = new Filling(page, known, t);
        var entries = filling.read(
                form, answers.written(id).said().of(AnswerBook.names(page)).over(before));
        if (place.byPhone()) {
            freeText.ask(form, t, texts(page, entries));
        } else {
            freeText.askStrangers(form, t, texts(page, entries));
        }
        boolean names = !form.typed("traces").isEmpty() && !form.has("knows", "yes");
        var others = names ? null : answers.save(id, page, entries, before, form.sound(), form.typed("seen"));
        boolean more = "row".equals(form.typed("then"));
        boolean later = "later".equals(form.typed("then"));
        if (others == null && (form.sound() || later && !names) && !more) {
            return Optional.empty();
        }
        var there = answers.written(id).said().of(AnswerBook.names(page));
        boolean saved = answers.saved(id).containsKey(page.number());
        var shown = new SheetPage(
                place,
                questions.title().in(t),
                page.title(t, questions),
                page.number(),
                questions.pages().size(),
                filling.shown(entries.over(before)),
                AnswerBook.mark(there, saved),
                others == null ? List.of() : differing(page, others, entries, known, t),
                false);
        var again = new ModelAndView("questionnaire/sheet", java.util.Map.of("page", shown, "form", form));
        again.setStatus(
                others != null ? HttpStatus.CONFLICT : form.sound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return Optional.of(again);
    }

    /** What somebody else has written where this one writes something else. */
    private static List<String> differing(
            Blueprint.Page page, Entries theirs, Entries own, KnownRecords.Known known, Words t) {
        return theirs.differing(own).stream()
                .limit(20)
                .map(spot -> {
                    var question = page.asking().stream()
                            .filter(each -> each.name().equals(spot.question()))
                            .findFirst()
                            .orElseThrow();
                    var asked = question.kind() == Kind.TABLE
                            ? question.column(spot.column()).orElse(question)
                            : question;
                    var text = theirs.text(spot);
                    return t.of(
                            "questionnaire.page.other-says",
                            asked.label().in(t),
                            text.isEmpty()
                                    ? t.of("questionnaire.page.nothing")
                                    : Proposals.inWords(asked, text, known.of(asked), t));
                })
                .toList();
    }

    /** The inputs into which somebody could write a name. */
    private static String[] texts(Blueprint.Page page, Entries entries) {
        return entries.texts().keySet().stream()
                .filter(spot -> {
                    var question = page.asking().stream()
                            .filter(each -> each.name().equals(spot.question()))
                            .findFirst()
                            .orElseThrow();
                    var asked = question.kind() == Kind.TABLE
                            ? question.column(spot.column()).orElse(question)
                            : question;
                    boolean free = asked.kind() == Kind.TEXT || asked.kind() == Kind.LINE;
                    return free
                            && Means.of(asked).filter(Means::ofTheOrganization).isEmpty();
                })
                .map(Spot::field)
                .toArray(String[]::new);
    }

    private Blueprint questions(Place place) {
        return board.edition(place.respondent().edition()).questions();
    }

    static Blueprint.Page page(Blueprint questions, String number) {
        return questions.pages().stream()
                .filter(page -> String.valueOf(page.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("questionnaire.page.unknown"));
    }

    /** The path that follows a page that was saved: the next one, or the overview. */
    String after(Place place, String number, MultiValueMap<String, String> typed) {
        boolean later = "later".equals(typed.getFirst("then"));
        int next = Integer.parseInt(number) + 1;
        var pages = questions(place).pages();
        while (next <= pages.size() && pages.get(next - 1).asking().isEmpty()) {
            next++;
        }
        return later || next > pages.size() ? place.base() : place.base() + "/page/" + next;
    }

    boolean begun(Place place) {
        return place.respondent().saved() > 0;
    }

    List<Blueprint.Page> missing(Place place) {
        return answers.missing(place.respondent().id(), questions(place));
    }

    void finish(Place place, AnswerBook.Told told) {
        answers.finish(place.respondent().id(), questions(place), told);
    }

    void finish(Place place) {
        answers.finish(place.respondent().id(), questions(place), null);
    }
}
