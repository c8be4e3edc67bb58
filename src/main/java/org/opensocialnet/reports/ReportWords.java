package org.opensocialnet.reports;

import java.util.List;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/** Says reports in the reader's words, and calls the records they are about by their names. */
@Component
class ReportWords {

    private final WholeRecords records;

    ReportWords(WholeRecords records) {
        this.records = records;
    }

    String name(Report report, Words t) {
        return records.rows(report.about(), "id", List.of(report.record())).stream()
                .findFirst()
                .map(row -> name(row, t))
                .filter(name -> !name.isBlank())
                .orElse(t.of("reports.report.nameless"));
    }

    private static String name(RecordRow row, Words t) {
        return t.text(row.value("name"), row.values().getOrDefault("translations", "{}"), "name")
                .text();
    }

    /** Where the public reads the record. */
    static String page(Report report) {
        return "/" + report.about() + "/" + report.record();
    }

    static String kind(Report report, Words t) {
        return switch (report.kind()) {
            case "closed" -> t.of("reports.kind.closed");
            case "hours" -> t.of("reports.kind.hours");
            case "place" -> t.of("reports.kind.place");
            case "phone" -> t.of("reports.kind.phone");
            default -> t.of("reports.kind.other");
        };
    }

    static String state(Report.State state, Words t) {
        return switch (state) {
            case NEW -> t.of("reports.state.new");
            case LOOKING -> t.of("reports.state.looking");
            case ANSWERED -> t.of("reports.state.answered");
            case CLOSED -> t.of("reports.state.closed");
        };
    }

    /** Whether the reader is the provider, as far as anybody knows. */
    static String provider(Report report, Words t) {
        return switch (report.provider()) {
            case "asked" -> t.of("reports.provider.is-asked");
            case "yes" -> t.of("reports.provider.is-yes");
            case "no" -> t.of("reports.provider.is-no");
            case "by-hand" -> t.of("reports.provider.is-by-hand");
            case null, default -> t.of("reports.provider.is-open");
        };
    }

    static List<Choice> states(Words t) {
        return List.of(
                new Choice("", t.of("reports.state.open")),
                new Choice("new", t.of("reports.state.new")),
                new Choice("looking", t.of("reports.state.looking")),
                new Choice("answered", t.of("reports.state.answered")),
                new Choice("closed", t.of("reports.state.closed")));
    }
}
