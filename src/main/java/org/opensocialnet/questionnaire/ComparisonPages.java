package org.opensocialnet.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.forms.Comparison;
import org.opensocialnet.forms.Comparison.Figure;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two editions of a questionnaire beside each other: what was answered then, what now, and by those who answered both. */
@Controller
class ComparisonPages {

    private final Questionnaires questionnaires;
    private final EditionBoard board;
    private final AnswerBook answers;
    private final KnownRecords records;

    ComparisonPages(Questionnaires questionnaires, EditionBoard board, AnswerBook answers, KnownRecords records) {
        this.questionnaires = questionnaires;
        this.board = board;
        this.answers = answers;
        this.records = records;
    }

    /** One question with its figures, in words. */
    record Told(String label, String within, List<Row> rows) {}

    /** One figure of both editions, and of those who answered both. */
    record Row(String what, String first, String second, String both, String difference) {}

    /** Two editions beside each other, and how many answered each. */
    record ComparisonPage(
            UUID questionnaire,
            String form,
            List<Choice> editions,
            String one,
            String other,
            int answeredOne,
            int answeredOther,
            int answeredBoth,
            List<Told> lines) {}

    @GetMapping(QuestionnairePages.PATH + "/{questionnaire}/comparison")
    ModelAndView compare(
            @PathVariable UUID questionnaire,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            SignedIn me,
            Words t) {
        var form = questionnaires.one(questionnaire).questions();
        var known = board.editions(questionnaire, 1, 200).stream()
                .filter(line -> line.state() != Edition.State.DRAFT)
                .toList();
        var choices = known.stream()
                .map(line -> new Choice(line.id().toString(), line.name()))
                .toList();
        var second = chosen(known, other, 0);
        var first = chosen(known, one, 1);
        if (first == null || second == null) {
            return Form.fresh(t)
                    .page(
                            "questionnaire/comparison",
                            new ComparisonPage(questionnaire, form.title().in(t), choices, "", "", 0, 0, 0, List.of()))
                    .addObject("me", me);
        }
        var before = read(first.id());
        var after = read(second.id());
        var comparison = new Comparison(before, after, records.nobody());
        var lines = comparison.lines().stream()
                .map(line -> new Told(
                        line.label().in(t),
                        line.within().in(t),
                        line.figures().stream().map(figure -> row(figure, t)).toList()))
                .toList();
        return Form.fresh(t)
                .with("one", first.id())
                .with("other", second.id())
                .page(
                        "questionnaire/comparison",
                        new ComparisonPage(
                                questionnaire,
                                form.title().in(t),
                                choices,
                                first.name(),
                                second.name(),
                                before.answers().size(),
                                after.answers().size(),
                                comparison.answeredBoth(),
                                lines))
                .addObject("me", me);
    }

    private static EditionBoard.@Nullable Line chosen(List<EditionBoard.Line> known, String id, int otherwise) {
        return known.stream()
                .filter(line -> line.id().toString().equals(id))
                .findFirst()
                .orElse(known.size() > otherwise ? known.get(otherwise) : null);
    }

    /** Only answers that were given: a page somebody has begun says nothing yet. */
    private Comparison.Edition read(UUID id) {
        var given = new LinkedHashMap<UUID, Entries>();
        answers.given(id).forEach((organization, written) -> given.put(organization, written));
        return new Comparison.Edition(board.edition(id).questions(), given);
    }

    private static Row row(Figure figure, Words t) {
        var part = figure.part().in(t);
        var what = switch (figure.counted()) {
            case ANSWERS -> t.of("questionnaire.comparison.answers");
            case CHOSEN -> part;
            case SUM -> part.isEmpty() ? t.of("questionnaire.comparison.sum") : part;
            case ROWS -> t.of("questionnaire.comparison.rows");
        };
        var difference = figure.difference();
        return new Row(
                what,
                said(figure.first(), t),
                said(figure.second(), t),
                difference == null
                        ? "–"
                        : t.of(
                                "questionnaire.comparison.from-to",
                                said(figure.firstOfBoth(), t),
                                said(figure.secondOfBoth(), t)),
                difference == null
                        ? ""
                        : difference > 0
                                ? "+" + t.number(difference)
                                : t.number(difference).replace('-', '−'));
    }

    /** What was not asked is unknown, not nought. */
    private static String said(@Nullable Long figure, Words t) {
        return figure == null ? t.of("questionnaire.comparison.not-asked") : t.number(figure);
    }
}
