package org.opensocialnet.questionnaire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Option;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an answer says otherwise than the directory, record by record. An answer that only repeats what it was shown proposes
 * nothing, also where the directory has moved on since.
 */
@Component
class Proposals {

    private final AnswerBook answers;
    private final KnownRecords records;
    private final Vocabularies vocabularies;
    private final JdbcClient jdbc;

    Proposals(AnswerBook answers, KnownRecords records, Vocabularies vocabularies, JdbcClient jdbc) {
        this.answers = answers;
        this.records = records;
        this.vocabularies = vocabularies;
        this.jdbc = jdbc;
    }

    /**
     * One answer that is otherwise.
     *
     * @param accepted what the desk decided; none while it waits
     */
    record Proposal(
            String key,
            Difference difference,
            List<Edit> edits,
            @Nullable Boolean accepted) {

        boolean waits() {
            return accepted == null;
        }
    }

    /** One record with what is said otherwise of it; seen is a mark of what the directory said when this was shown. */
    record OfRecord(Sheet sheet, String name, List<Proposal> proposals, String seen) {

        List<Proposal> waiting() {
            return proposals.stream().filter(Proposal::waits).toList();
        }

        List<Proposal> decided() {
            return proposals.stream().filter(proposal -> !proposal.waits()).toList();
        }

        UUID record() {
            return sheet.subject().id();
        }
    }

    /** What the desk decided about one difference. */
    private record Verdict(String difference, boolean accepted) {}

    @Transactional(readOnly = true)
    public List<OfRecord> of(Respondent respondent, Blueprint form, Words t) {
        var written = answers.written(respondent.id());
        var known = records.of(respondent.organization(), t);
        var verdicts = verdicts(respondent.id());
        var groups = new HashMap<String, UUID>();
        vocabularies.terms(Vocabularies.GROUPS).forEach(term -> groups.put(term.code(), term.id()));
        var found = new LinkedHashMap<UUID, List<Proposal>>();
        var sheets = new LinkedHashMap<UUID, Sheet>();
        records.sheet(respondent.organization(), Subject.organization(respondent.organization()))
                .ifPresent(own -> sheets.put(own.subject().id(), own));
        for (var spot : written.said().texts().keySet()) {
            var question = form.question(spot.question()).orElse(null);
            if (question == null) {
                continue;
            }
            var asked = question.kind() == Kind.TABLE
                    ? question.column(spot.column()).orElse(null)
                    : question;
            var means = asked == null
                    ? null
                    : Means.of(asked).filter(each -> !each.ofAGap()).orElse(null);
            var sheet = question.kind() == Kind.TABLE
                    ? known.serviceOf(question.rows(), spot.row()).orElse(null)
                    : sheets.get(respondent.organization());
            if (asked == null || means == null || sheet == null) {
                continue;
            }
            sheets.putIfAbsent(sheet.subject().id(), sheet);
            var proposal = proposal(spot, question, asked, means, sheet, known, written, verdicts, groups, t);
            if (proposal != null) {
                found.computeIfAbsent(sheet.subject().id(), _ -> new ArrayList<>())
                        .add(proposal);
            }
        }
        var all = new ArrayList<OfRecord>();
        found.forEach((id, proposals) -> {
            var sheet = Objects.requireNonNull(sheets.get(id));
            var root = sheet.root();
            all.add(new OfRecord(sheet, root == null ? "" : root.text("name"), proposals, mark(proposals)));
        });
        all.addAll(coming(respondent, form, known, written.said(), verdicts, groups, t));
        return all;
    }

    /** Services nobody knows, each told of in a row of its own: one proposal brings all that was said of it. */
    private List<OfRecord> coming(
            Respondent respondent,
            Blueprint form,
            KnownRecords.Known known,
            Entries said,
            Map<String, Boolean> verdicts,
            Map<String, UUID> groups,
            Words t) {
        var coming = new ArrayList<OfRecord>();
        for (var table : form.asking()) {
            if (!table.rows().equals(Means.SERVICES)) {
                continue;
            }
            for (var row : newRows(table, said)) {
                var key = table.name() + "--" + row;
                var id = UUID.nameUUIDFromBytes((respondent.id() + " " + key).getBytes(StandardCharsets.UTF_8));
                var sheet = records.fresh(respondent.organization(), id);
                var edits = new ArrayList<>(Edits.bringing(sheet));
                var words = new ArrayList<String>();
                var name = "";
                for (var column : table.columns()) {
                    var text = said.text(new Spot(table.name(), row, column.name()));
                    var means = Means.of(column).orElse(null);
                    if (text.isEmpty() || means == null) {
                        continue;
                    }
                    name = means == Means.SERVICE_NAME ? text : name;
                    words.add(inWords(column, text, known.of(column), t));
                    edits.addAll(Edits.of(sheet, means, row, text, known.of(column), groups));
                }
                if (!name.isEmpty()) {
                    var difference = new Difference(
                            t.of("questionnaire.verdict.new"),
                            new Passage("", null),
                            new Passage(String.join(" · ", words), null));
                    var proposals = List.of(new Proposal(key, difference, edits, verdicts.get(key)));
                    coming.add(new OfRecord(sheet, name, proposals, mark(proposals)));
                }
            }
        }
        return coming;
    }

    private static @Nullable Proposal proposal(
            Spot spot,
            Question question,
            Question asked,
            Means means,
            Sheet sheet,
            KnownRecords.Known known,
            AnswerBook.Written written,
            Map<String, Boolean> verdicts,
            Map<String, UUID> groups,
            Words t) {
        var said = written.said().text(spot);
        var was = written.was().text(spot);
        var now = known.value(sheet, means, asked, spot.row());
        var accepted = verdicts.get(spot.field());
        if (said.equals(was) || accepted == null && said.equals(now)) {
            return null;
        }
        var label = question.kind() == Kind.TABLE && question.rows().equals(Means.CAPACITIES)
                ? caption(known, question, spot) + ": " + asked.label().in(t)
                : asked.label().in(t);
        var old = accepted == null ? now : was;
        var difference = new Difference(label, passage(asked, old, known, t), passage(asked, said, known, t));
        var edits = Edits.of(sheet, means, spot.row(), said, known.of(asked), groups);
        return new Proposal(spot.field(), difference, edits, accepted);
    }

    private static String caption(KnownRecords.Known known, Question table, Spot spot) {
        return known.rows(table.rows()).stream()
                .filter(row -> row.key().equals(spot.row()))
                .map(row -> row.caption())
                .findFirst()
                .orElse("");
    }

    private static Passage passage(Question question, String text, KnownRecords.Known known, Words t) {
        return new Passage(inWords(question, text, known.of(question), t), null);
    }

    /** An answer in the reader's words: labels where it holds codes. */
    static String inWords(Question question, String text, List<Option> options, Words t) {
        if (!question.kind().chooses() || text.isEmpty()) {
            return text;
        }
        return List.of(text.split(" ")).stream()
                .map(code -> options.stream()
                        .filter(option -> option.code().equals(code))
                        .map(option -> option.label().in(t))
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    /** The rows somebody added to those that were known. */
    static List<String> newRows(Question table, Entries said) {
        return said.rows(table.name()).stream()
                .filter(row -> row.matches("[0-9]{1,3}"))
                .toList();
    }

    private Map<String, Boolean> verdicts(UUID respondent) {
        return jdbc
                .sql("select difference, accepted from questionnaire.verdict where respondent = :respondent")
                .param("respondent", respondent)
                .query(Rows.of(Verdict.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Verdict::difference, Verdict::accepted));
    }

    private static String mark(List<Proposal> proposals) {
        var text = proposals.stream()
                .filter(Proposal::waits)
                .map(proposal ->
                        proposal.key() + "=" + proposal.difference().old().text() + ">"
                                + proposal.difference().now().text())
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
