package org.opensocialnet.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Filling;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Shown;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.forms.Turn;
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

    /** All pages of an answer, and how far each is. */
    record Overview(Place place, String title, List<Task> pages, boolean ready, boolean begun) {}

    /**
     * One page to fill in.
     *
     * @param number its place among those that are asked, of so many
     * @param asked the names of the questions it shows
     * @param seen a mark of what it held when it was shown
     * @param others what somebody else has saved on it meanwhile, in words
     * @param more how many questions follow from what was answered just now
     */
    record SheetPage(
            Place place,
            String form,
            String title,
            String path,
            int number,
            int pages,
            List<Shown> questions,
            String asked,
            String seen,
            List<String> others,
            boolean prefilled,
            int more) {}

    /** What one page is filled in with: its questions, and what the directory knows. */
    private record At(
            Place place,
            Blueprint questions,
            Blueprint.Page page,
            KnownRecords.Known known,
            Entries before,
            Turn turn) {}

    private At at(Place place, String number, Words t) {
        var questions = questions(place);
        var page = page(questions, number);
        var names = AnswerBook.names(page);
        var known = records.of(place.respondent().organization(), t);
        var elsewhere = answers.written(place.respondent().id()).said().without(names);
        var turn = new Turn(questions, page, elsewhere, known, t);
        return new At(place, questions, page, known, known.before(questions).of(names), turn);
    }

    ModelAndView overview(Place place, Form form, Words t) {
        var questions = questions(place);
        var saved = answers.saved(place.respondent().id());
        var said = answers.written(place.respondent().id()).said();
        var tasks = new ArrayList<Task>();
        for (var page : questions.pages(said)) {
            if (page.asking().isEmpty()) {
                continue;
            }
            var state = saved.get(page.number());
            boolean sound = state != null && state.sound() && !page.lacks(said);
            tasks.add(new Task(
                    page.title(t, questions),
                    null,
                    t.link(place.base() + "/page/" + page.number()),
                    state == null
                            ? t.of(page.lacks(said) ? "questionnaire.page.not-yet" : "questionnaire.page.may-be")
                            : t.of(sound ? "questionnaire.page.saved" : "questionnaire.page.incomplete"),
                    state == null ? Tone.NEUTRAL : sound ? Tone.GOOD : Tone.ATTENTION));
        }
        boolean ready = !saved.isEmpty()
                && answers.missing(place.respondent().id(), questions).isEmpty();
        var overview = new Overview(place, questions.title().in(t), tasks, ready, !saved.isEmpty());
        return form.sound()
                ? form.page("questionnaire/overview", overview)
                : form.again("questionnaire/overview", overview);
    }

    ModelAndView sheet(Place place, String number, Words t) {
        var at = at(place, number, t);
        var there = there(at);
        boolean saved = saved(at);
        var shown = saved ? there : at.before();
        var asked = at.turn().asked(shown);
        if (asked.asking().isEmpty()) {
            throw Refusal.notFound("questionnaire.page.unknown");
        }
        var form = new Filling(asked, at.known(), t).with(shown);
        boolean prefilled = !saved && !at.before().texts().isEmpty();
        return form.page("questionnaire/sheet", sheetPage(at, asked, shown, List.of(), prefilled, 0, t));
    }

    private Entries there(At at) {
        return answers.written(at.place().respondent().id()).said().of(AnswerBook.names(at.page()));
    }

    private boolean saved(At at) {
        return answers.saved(at.place().respondent().id()).containsKey(at.page().number());
    }

    private SheetPage sheetPage(
            At at, Blueprint.Page asked, Entries shown, List<String> others, boolean prefilled, int more, Words t) {
        var there = there(at);
        var pages = at.turn().numbers(shown);
        return new SheetPage(
                at.place(),
                at.questions().title().in(t),
                at.page().title(t, at.questions()),
                at.place().base() + "/page/" + at.page().number(),
                Math.max(1, pages.indexOf(at.page().number()) + 1),
                pages.size(),
                new Filling(asked, at.known(), t).shown(shown),
                Turn.shown(asked),
                AnswerBook.mark(there, saved(at)),
                others,
                prefilled,
                more);
    }

    /**
     * Keeps what was typed, also where something of it is wrong; gives the page again then, and where more is asked because of
     * what was answered; nothing where it is done.
     */
    Optional<ModelAndView> save(Place place, String number, MultiValueMap<String, String> typed, Words t) {
        var at = at(place, number, t);
        var id = place.respondent().id();
        var form = Form.sent(typed, t);
        var rows = there(at).over(at.before());
        var sent = at.turn().read(typed, form, rows);
        if (sent.asked().asking().isEmpty()) {
            // what was answered elsewhere meanwhile makes nothing of it asked
            return Optional.empty();
        }
        if (place.byPhone()) {
            freeText.ask(form, t, texts(sent.answered(), sent.entries()));
        } else {
            freeText.askStrangers(form, t, texts(sent.answered(), sent.entries()));
        }
        boolean names = !form.typed("traces").isEmpty() && !form.has("knows", "yes");
        var others = names
                ? null
                : answers.save(id, at.page(), sent, at.before(), form.sound() && !sent.lacks(), form.typed("seen"));
        boolean row = "row".equals(form.typed("then"));
        boolean later = "later".equals(form.typed("then"));
        if (others == null
                && !row
                && (later && !names || form.sound() && sent.more().isEmpty())) {
            return Optional.empty();
        }
        var kept = there(at).without(AnswerBook.names(sent.answered())).over(at.before());
        at.turn().fill(form, sent, kept);
        var shown = sheetPage(
                at,
                sent.asked(),
                sent.entries().over(kept),
                others == null ? List.of() : differing(at.page(), others, sent.entries(), at.known(), t),
                false,
                others == null ? sent.more().size() : 0,
                t);
        var again = new ModelAndView("questionnaire/sheet", Map.of("page", shown, "form", form));
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
        var pages =
                questions(place).pages(answers.written(place.respondent().id()).said());
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
