package org.opensocialnet.questionnaire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Option;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.questionnaire.Respondent.Progress;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Where the coordination team makes editions, sends them and sees how far each organisation has come. */
@Controller
class EditionPages {

    static final String PATH = "/desk/editions";

    private static final String NEW = QuestionnairePages.PATH + "/{questionnaire}/editions";
    private static final int SIZE = 25;
    private static final int AT_ONCE = 200;

    private final Editions editions;
    private final Questionnaires questionnaires;
    private final EditionBoard board;
    private final AnswerBook answers;
    private final KnownRecords records;
    private final FreeText freeText;
    private final Trail trail;
    private final TransactionOperations transactions;

    EditionPages(
            Editions editions,
            Questionnaires questionnaires,
            EditionBoard board,
            AnswerBook answers,
            KnownRecords records,
            FreeText freeText,
            Trail trail,
            TransactionOperations transactions) {
        this.editions = editions;
        this.questionnaires = questionnaires;
        this.board = board;
        this.answers = answers;
        this.records = records;
        this.freeText = freeText;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** What the form of a new edition offers. */
    record NewPage(UUID questionnaire, String form, List<Choice> bodies, List<Choice> days) {}

    /** One state to narrow the list by, and how many are in it. */
    record Figure(String text, int count, @Nullable String href, boolean chosen) {}

    /** One page of an edition: how far it is, and organisation by organisation. */
    record EditionPage(
            Edition edition,
            List<Respondent> respondents,
            List<Figure> figures,
            List<Choice> states,
            boolean filtered,
            int total,
            int answered,
            int unreachable,
            @Nullable UUID before,
            Paging paging) {}

    @GetMapping(NEW)
    ModelAndView blank(@PathVariable UUID questionnaire, SignedIn me, Words t) {
        var form = Form.fresh(t)
                .withAll("remind", List.of("7", "2"))
                .withDate("deadline", board.today().plusDays(28));
        return form.page("questionnaire/editionNew", newPage(questionnaire, t)).addObject("me", me);
    }

    @PostMapping(NEW)
    ModelAndView make(
            @PathVariable UUID questionnaire, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var page = newPage(questionnaire, t);
        var name = form.field("name", t.of("questionnaire.edition.name")).required(120);
        var message =
                form.field("message", t.of("questionnaire.edition.message")).optional(1000);
        freeText.ask(form, t, "message");
        var deadline =
                form.field("deadline", t.of("questionnaire.edition.deadline")).date();
        var body = form.typed("body").isEmpty()
                ? ""
                : form.field("body", t.of("questionnaire.edition.body"))
                        .oneOf(page.bodies().stream().map(Choice::value).toList());
        var remind = form.field("remind", t.of("questionnaire.edition.remind"))
                .someOf(page.days().stream().map(Choice::value).toList());
        var text = form.field("q", t.of("questionnaire.edition.text")).optional(100);
        if (deadline == null && form.fault("deadline") == null) {
            form.refuse("deadline", t.of("workspace.fault.missing", t.of("questionnaire.edition.deadline")));
        }
        if (deadline != null
                && (deadline.isBefore(board.today().plusDays(1))
                        || deadline.isAfter(board.today().plusYears(1)))) {
            form.refuse("deadline", t.of("questionnaire.edition.deadline-when"));
        }
        if (form.sound() && deadline != null) {
            try {
                var days = remind.stream().map(Integer::valueOf).toList();
                var id = editions.make(
                        new Editions.Wanted(questionnaire, name, message, deadline, days, body, text, Set.of()));
                return to(id, t);
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.WRONG) {
                    throw refusal;
                }
                form.refuse(refusal.field(), t.of(refusal.key()));
            }
        }
        return form.again("questionnaire/editionNew", page).addObject("me", me);
    }

    private NewPage newPage(UUID questionnaire, Words t) {
        return new NewPage(
                questionnaire,
                questionnaires.one(questionnaire).questions().title().in(t),
                List.of(
                        new Choice("municipal", t.of("questionnaire.body.municipal")),
                        new Choice("state", t.of("questionnaire.body.state")),
                        new Choice("civil-society", t.of("questionnaire.body.civil-society")),
                        new Choice("other", t.of("questionnaire.body.other"))),
                Stream.of(14, 7, 2, 1)
                        .map(days -> new Choice(String.valueOf(days), t.of("questionnaire.edition.days", days)))
                        .toList());
    }

    @GetMapping(PATH + "/{edition}")
    ModelAndView edition(
            @PathVariable UUID edition,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me,
            Words t) {
        var one = board.edition(edition);
        var progress = EditionWords.progress(state);
        var text = q.length() > 100 ? q.substring(0, 100) : q;
        int number = Math.clamp(page, 1, 10_000);
        var tally = board.tally(edition);
        var found = board.respondents(edition, progress, text, number, SIZE + 1);
        var here = PATH + "/" + edition;
        var query = "?state=" + (progress == null ? "" : Items.code(progress)) + "&q="
                + UriUtils.encodeQueryParam(text, StandardCharsets.UTF_8);
        var states = new ArrayList<Choice>();
        states.add(new Choice("", t.of("questionnaire.progress.all")));
        tally.keySet().forEach(each -> states.add(new Choice(Items.code(each), EditionWords.say(each, t))));
        var figures = new ArrayList<Figure>();
        tally.forEach((each, count) -> figures.add(new Figure(
                EditionWords.say(each, t), count, t.link(here + "?state=" + Items.code(each)), each == progress)));
        var before = board.editions(one.form(), 1, 50).stream()
                .map(EditionBoard.Line::id)
                .dropWhile(id -> !id.equals(edition))
                .skip(1)
                .findFirst()
                .orElse(null);
        var shown = new EditionPage(
                one,
                found.stream().limit(SIZE).toList(),
                figures,
                states,
                progress != null || !text.isBlank(),
                tally.values().stream().mapToInt(Integer::intValue).sum(),
                tally.getOrDefault(Progress.ANSWERED, 0) + tally.getOrDefault(Progress.SETTLED, 0),
                tally.getOrDefault(Progress.NO_EMAIL, 0),
                before,
                new Paging(
                        number > 1 ? t.link(here + query) : null,
                        found.size() > SIZE ? t.link(here + query + "&page=" + (number + 1)) : null));
        return Form.fresh(t)
                .with("state", progress == null ? "" : Items.code(progress))
                .with("q", text)
                .page("questionnaire/edition", shown)
                .addObject("me", me);
    }

    /** All answers of an edition, one in each line, as a table for a spreadsheet program. */
    @GetMapping(PATH + "/{edition}/answers.csv")
    void csv(@PathVariable UUID edition, HttpServletResponse response, Words t) throws IOException {
        var one = board.edition(edition);
        transactions.executeWithoutResult(
                _ -> trail.note(Act.on("questionnaire.edition.exported", "edition", edition)));
        response.setContentType(Spreadsheet.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"answers-" + one.deadline() + ".csv\"");
        var questions = one.questions();
        var lists = new LinkedHashMap<String, List<Option>>();
        var header = List.of(
                t.of("questionnaire.column.organization"),
                t.of("questionnaire.column.progress"),
                t.of("questionnaire.column.question"),
                t.of("questionnaire.column.row"),
                t.of("questionnaire.column.answer"));
        var rows = Stream.iterate(1, page -> page + 1)
                .map(page -> board.respondents(edition, null, "", page, AT_ONCE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .flatMap(respondent -> lines(respondent, questions, lists, t).stream());
        Spreadsheet.CSV.write(response.getOutputStream(), one.name(), header, rows);
    }

    private List<List<Object>> lines(
            Respondent respondent, Blueprint questions, Map<String, List<Option>> lists, Words t) {
        var lines = new ArrayList<List<Object>>();
        answers.written(respondent.id()).said().texts().forEach((spot, text) -> {
            var question = questions.question(spot.question()).orElse(null);
            if (question != null) {
                var asked = question.kind() == Kind.TABLE
                        ? question.column(spot.column()).orElse(question)
                        : question;
                var options = asked.list().isEmpty()
                        ? asked.options()
                        : lists.computeIfAbsent(asked.list(), records.nobody()::options);
                lines.add(List.of(
                        respondent.name(),
                        EditionWords.say(respondent.progress(), t),
                        question.equals(asked)
                                ? question.label().in(t)
                                : question.label().in(t) + " / " + asked.label().in(t),
                        spot.row(),
                        Proposals.inWords(asked, text, options, t)));
            }
        });
        return lines;
    }

    @PostMapping(PATH + "/{edition}/sending")
    ModelAndView send(@PathVariable UUID edition, Words t, RedirectAttributes redirect) {
        editions.send(edition);
        Said.done(t.of("questionnaire.edition.sent")).on(redirect);
        return to(edition, t);
    }

    @PostMapping(PATH + "/{edition}/reminders")
    ModelAndView remind(@PathVariable UUID edition, Words t, RedirectAttributes redirect) {
        Said.done(t.of("questionnaire.edition.reminded", editions.remind(edition)))
                .on(redirect);
        return to(edition, t);
    }

    @PostMapping(PATH + "/{edition}/closing")
    ModelAndView close(@PathVariable UUID edition, Words t, RedirectAttributes redirect) {
        editions.close(edition);
        Said.done(t.of("questionnaire.edition.closed")).on(redirect);
        return to(edition, t);
    }

    @PostMapping(PATH + "/{edition}/removal")
    ModelAndView discard(@PathVariable UUID edition, Words t, RedirectAttributes redirect) {
        var form = board.edition(edition).form();
        editions.discard(edition);
        Said.done(t.of("questionnaire.edition.discarded")).on(redirect);
        return QuestionnairePages.to(form, t);
    }

    private static ModelAndView to(UUID edition, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/" + edition));
    }
}
