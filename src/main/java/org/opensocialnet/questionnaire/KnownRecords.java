package org.opensocialnet.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.HoursWords;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Filling;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Offering;
import org.opensocialnet.forms.Option;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the directory knows of an organisation, as answers to a form: so that nobody is asked to write down what the city
 * was told already. Where a place is, is never among it: a letter may be forwarded.
 */
@Component
class KnownRecords {

    private final WholeRecords records;
    private final Keeping keeping;
    private final Drafts drafts;
    private final FieldWords words;
    private final Vocabularies vocabularies;

    KnownRecords(WholeRecords records, Keeping keeping, Drafts drafts, FieldWords words, Vocabularies vocabularies) {
        this.records = records;
        this.keeping = keeping;
        this.drafts = drafts;
        this.words = words;
        this.vocabularies = vocabularies;
    }

    /** Reads it once for a page. */
    @Transactional(readOnly = true)
    public Known of(UUID organization, Words t) {
        var services = new LinkedHashMap<UUID, Sheet>();
        var names = new LinkedHashMap<UUID, String>();
        for (var line : lines(organization)) {
            sheet(organization, Subject.service(line.id())).ifPresent(sheet -> {
                services.put(line.id(), sheet);
                names.put(
                        line.id(),
                        t.text(line.name(), line.translations(), "name").text());
            });
        }
        return new Known(organization, services, names, t);
    }

    private List<RecordLine> lines(UUID organization) {
        return records.lines(
                Subject.Kind.SERVICE, List.of(organization), "", WholeRecords.Shown.IN_USE, 1, Filling.MOST_ROWS - 1);
    }

    /** A record of the organisation as it lies in the directory; none where it went to another since. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(UUID organization, Subject subject) {
        return keeping.find(organization, subject).map(drafts::published);
    }

    /** A service that nobody knows yet, as it would lie in the directory. */
    @Transactional(readOnly = true)
    public Sheet fresh(UUID organization, UUID service) {
        return drafts.published(new Kept(Subject.service(service), organization));
    }

    /** The vocabularies alone, for a form that asks nobody yet. */
    Offering nobody() {
        return new Offering() {
            @Override
            public List<Option> options(String list) {
                return vocabularies.options(list);
            }

            @Override
            public List<Row> rows(String rows) {
                return List.of();
            }
        };
    }

    /** What is known of one organisation, in the reader's language. */
    final class Known implements Offering {

        private final UUID organization;
        private final Map<UUID, Sheet> services;
        private final Map<UUID, String> names;
        private final Words t;
        private final Map<String, List<Option>> lists = new LinkedHashMap<>();
        private final Map<String, String> groupCodes = new LinkedHashMap<>();

        private Known(UUID organization, Map<UUID, Sheet> services, Map<UUID, String> names, Words t) {
            this.organization = organization;
            this.services = services;
            this.names = names;
            this.t = t;
        }

        @Override
        public List<Option> options(String list) {
            return lists.computeIfAbsent(list, vocabularies::options);
        }

        @Override
        public List<Row> rows(String rows) {
            var known = new ArrayList<Row>();
            if (rows.equals(Means.SERVICES)) {
                names.forEach((id, name) -> known.add(new Row(id.toString(), name)));
            } else if (rows.equals(Means.CAPACITIES)) {
                services.forEach((id, sheet) -> sheet.kept("service_capacity")
                        .forEach(line -> known.add(
                                new Row(line.id().toString(), names.getOrDefault(id, "") + " · " + unit(line)))));
            }
            return known.stream().limit(Filling.MOST_ROWS - 1).toList();
        }

        /** A row that is known says itself of which service it is. */
        @Override
        public boolean asks(Row row, Question column) {
            return row.caption().isEmpty()
                    || Means.of(column)
                            .filter(means -> means == Means.CAPACITY_SERVICE)
                            .isEmpty();
        }

        private String unit(Line line) {
            return words.value(t, "service_capacity", "unit_id", line.value("unit_id"));
        }

        /** The service that a row of a table speaks of; none for a free row. */
        Optional<Sheet> serviceOf(String rows, String key) {
            return services.values().stream()
                    .filter(sheet -> rows.equals(Means.SERVICES)
                            ? sheet.subject().id().toString().equals(key)
                            : rows.equals(Means.CAPACITIES)
                                    && sheet.kept("service_capacity").stream()
                                            .anyMatch(
                                                    line -> line.id().toString().equals(key)))
                    .findFirst();
        }

        /** All of a form that the directory could fill in. */
        Entries before(Blueprint form) {
            var texts = new LinkedHashMap<Spot, String>();
            var own = sheet(organization, Subject.organization(organization)).orElse(null);
            for (var question : form.asking()) {
                if (question.kind() == Kind.TABLE) {
                    for (var row : rows(question.rows())) {
                        serviceOf(question.rows(), row.key())
                                .ifPresent(sheet -> question.columns()
                                        .forEach(column -> Means.of(column)
                                                .ifPresent(means -> texts.put(
                                                        new Spot(question.name(), row.key(), column.name()),
                                                        value(sheet, means, column, row.key())))));
                    }
                } else if (own != null) {
                    Means.of(question)
                            .filter(Means::ofTheOrganization)
                            .ifPresent(means -> texts.put(Spot.of(question.name()), value(own, means, question, "")));
                }
            }
            return new Entries(texts);
        }

        /** What a record says about what a question asks, as that question is answered. */
        String value(Sheet sheet, Means means, Question question, String key) {
            var root = sheet.root();
            return switch (means) {
                case ORGANIZATION_DESCRIPTION, SERVICE_DESCRIPTION -> root == null ? "" : root.text("description");
                case SERVICE_NAME -> root == null ? "" : root.text("name");
                case ORGANIZATION_WEBSITE -> root == null ? "" : root.text("website");
                case ORGANIZATION_EMAIL -> root == null ? "" : root.text("email");
                case SERVICE_STATUS -> root == null ? "" : Edits.told(root.text("status"));
                case SERVICE_HOURS ->
                    Edits.ownRules(sheet).stream()
                            .map(line -> HoursWords.sentence(t, HoursWords.schedule(line)))
                            .collect(Collectors.joining(" / "))
                            .replaceAll("\\s+", " ");
                case SERVICE_LANGUAGES -> chosen(question, Edits.languages(sheet));
                case SERVICE_GROUPS ->
                    chosen(
                            question,
                            sheet.kept("attribute").stream()
                                    .map(line -> group(line.text("taxonomy_term_id")))
                                    .toList());
                case SERVICE_AREA ->
                    sheet.kept("service_area").stream()
                            .findFirst()
                            .map(line -> line.text("name"))
                            .orElse("");
                case CAPACITY_MAXIMUM -> whole(capacity(sheet, key).map(line -> line.text("maximum")));
                case CAPACITY_AVAILABLE -> whole(capacity(sheet, key).map(line -> line.text("available")));
                case CAPACITY_GROUP ->
                    capacity(sheet, key)
                            .map(line -> group(line.text("target_group_id")))
                            .orElse("");
                case CAPACITY_FUNDING ->
                    capacity(sheet, key)
                            .flatMap(line -> sheet.kept("funding").stream()
                                    .filter(funding -> funding.id().toString().equals(line.text("funding_id")))
                                    .findFirst())
                            .map(funding -> funding.text("source"))
                            .orElse("");
                case CAPACITY_SERVICE, GAP_WORDS, GAP_KIND, GAP_GROUP, GAP_COMMUNITY, GAP_PEOPLE -> "";
            };
        }

        private static Optional<Line> capacity(Sheet sheet, String key) {
            return sheet.kept("service_capacity").stream()
                    .filter(line -> line.id().toString().equals(key))
                    .findFirst();
        }

        private static String whole(Optional<String> number) {
            return number.filter(text -> !text.isEmpty())
                    .map(text -> new BigDecimal(text).stripTrailingZeros().toPlainString())
                    .orElse("");
        }

        /** Those of some codes that the question offers, in its order. */
        private String chosen(Question question, List<String> codes) {
            return of(question).stream()
                    .map(Option::code)
                    .filter(codes::contains)
                    .collect(Collectors.joining(" "));
        }

        private String group(String term) {
            if (groupCodes.isEmpty()) {
                vocabularies
                        .terms(Vocabularies.GROUPS)
                        .forEach(each -> groupCodes.put(each.id().toString(), each.code()));
            }
            return groupCodes.getOrDefault(term, "");
        }
    }
}
