package org.opensocialnet.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.imports.Load.State;
import org.opensocialnet.imports.LoadRecords.Kind;
import org.opensocialnet.imports.LoadRecords.Outcome;
import org.opensocialnet.parcels.Unreadable;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Tone;

/** Says states, kinds of change and refusals of imports in the reader's words. */
final class ImportWords {

    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("organization", "imports.table.organization"),
            Map.entry("service", "imports.table.service"),
            Map.entry("location", "imports.table.location"),
            Map.entry("service_at_location", "imports.table.service-at-location"),
            Map.entry("program", "imports.table.program"),
            Map.entry("taxonomy", "imports.table.taxonomy"),
            Map.entry("taxonomy_term", "imports.table.taxonomy-term"),
            Map.entry("unit", "imports.table.unit"),
            Map.entry("address", "imports.table.address"),
            Map.entry("phone", "imports.table.phone"),
            Map.entry("contact", "imports.table.contact"),
            Map.entry("schedule", "imports.table.schedule"),
            Map.entry("language", "imports.table.language"),
            Map.entry("attribute", "imports.table.attribute"));

    private ImportWords() {}

    static String table(Words t, String table) {
        var key = TABLES.get(table);
        return key != null
                ? t.of(key)
                : HsdsTable.named(table).isPresent() ? t.of("imports.table.other", table) : table;
    }

    static String kind(Words t, Kind kind) {
        return t.of(
                switch (kind) {
                    case NEW -> "imports.kind.new";
                    case BACK -> "imports.kind.back";
                    case CHANGED -> "imports.kind.changed";
                    case GONE -> "imports.kind.gone";
                });
    }

    static Tone tone(Kind kind) {
        return switch (kind) {
            case NEW, BACK -> Tone.GOOD;
            case CHANGED -> Tone.WAITING;
            case GONE -> Tone.ATTENTION;
        };
    }

    static @Nullable String outcome(Words t, @Nullable Outcome outcome) {
        return outcome == null
                ? null
                : t.of(
                        switch (outcome) {
                            case TAKEN_BACK -> "imports.outcome.taken-back";
                            case KEPT -> "imports.outcome.kept";
                            case LEFT -> "imports.outcome.left";
                        });
    }

    /** Where an import stands; what is under way goes before what was reached. */
    static String state(Words t, Load load, @Nullable Chore chore) {
        if (chore != null && chore.open()) {
            return t.of("imports.state.under-way");
        }
        if (chore != null && interrupted(load, chore)) {
            return t.of("imports.state.interrupted");
        }
        return t.of(
                switch (load.state()) {
                    case RECEIVED -> "imports.state.received";
                    case CHECKED -> load.stale() ? "imports.state.stale" : "imports.state.checked";
                    case REFUSED -> "imports.state.refused";
                    case APPLIED -> "imports.state.applied";
                    case UNDONE -> "imports.state.undone";
                    case DROPPED -> "imports.state.dropped";
                });
    }

    static Tone tone(Load load, @Nullable Chore chore) {
        if (chore != null && (chore.open() || interrupted(load, chore))) {
            return chore.open() ? Tone.WAITING : Tone.ATTENTION;
        }
        return switch (load.state()) {
            case APPLIED -> Tone.GOOD;
            case RECEIVED, CHECKED -> load.stale() ? Tone.ATTENTION : Tone.WAITING;
            case REFUSED -> Tone.ATTENTION;
            case UNDONE, DROPPED -> Tone.NEUTRAL;
        };
    }

    /** Its last piece of work ended without an end. */
    static boolean interrupted(Load load, Chore chore) {
        boolean broken = chore.state() == Chore.State.ABANDONED || chore.state() == Chore.State.FAILED;
        return broken && !load.is(State.REFUSED) && !load.is(State.DROPPED);
    }

    static String step(Words t, Chore chore) {
        return switch (chore.step()) {
            case Taking.READING -> t.of("imports.step.reading", chore.done());
            case Taking.COMPARING -> t.of("imports.step.comparing", chore.done());
            case Taking.BRINGING_IN -> t.of("imports.step.bringing-in");
            case Taking.TAKING_BACK -> t.of("imports.step.taking-back");
            default -> t.of("imports.step.waiting");
        };
    }

    /** Why a file could not be read, and what helps. */
    static String refusal(Words t, Load load) {
        var file = load.refusedFile() == null ? load.fileName() : load.refusedFile();
        var with = load.refusedWith() == null
                ? List.<String>of()
                : List.of(load.refusedWith().split("\u001f", -1));
        var why = Unreadable.valueOf(String.valueOf(load.refusedWhy()));
        var first = with.isEmpty() ? "" : with.getFirst();
        return switch (why) {
            case QUOTE_NEVER_CLOSED -> t.of("imports.refused.quote-never-closed", file, first);
            case COLUMN_TWICE -> t.of("imports.refused.column-twice", file, first);
            case NO_HEADER -> t.of("imports.refused.no-header", file);
            case ROW_TOO_LONG, LINE_TOO_LONG, RECORD_TOO_LONG -> t.of("imports.refused.row-too-long", file);
            case UTF_16 -> t.of("imports.refused.utf-16", file);
            case WINDOWS_1253 -> t.of("imports.refused.windows-1253", file);
            case NOTHING_IN_IT, NO_FILE -> t.of("imports.refused.nothing-in-it");
            case NO_RECORDS -> t.of("imports.refused.no-records", file);
            case NOT_JSON -> t.of("imports.refused.not-json", file);
            case BROKEN_JSON -> t.of("imports.refused.broken-json", file, first);
            case TOO_MUCH, BOMB -> t.of("imports.refused.bomb", file);
            case POINTS_OUTSIDE -> t.of("imports.refused.points-outside", file);
            case DAMAGED_ZIP -> t.of("imports.refused.damaged-zip", file);
            case TOO_MANY_FILES -> t.of("imports.refused.too-many-files", file);
        };
    }
}
