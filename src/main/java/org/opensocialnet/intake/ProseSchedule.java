package org.opensocialnet.intake;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.hours.Prose;
import org.opensocialnet.hours.Schedule;

/**
 * Hours told in prose, turned into rows of hours where what the prose says is certain. The prose itself stays, in the
 * row it came in; the rows made of it are marked as parsed and get ids that are the same at every load.
 */
final class ProseSchedule {

    private static final List<String> OWNERS = List.of("service_id", "location_id", "service_at_location_id");
    private static final List<String> TOLD = List.of("freq", "byday", "bymonthday", "opens_at", "closes_at", "dtstart");

    private ProseSchedule() {}

    /** Rows to keep beside the given row of a schedule; none where it has hours already or the prose is not certain. */
    static List<@Nullable String[]> of(HsdsTable table, @Nullable String[] row) {
        var description = row[index(table, "description")];
        if (description == null || TOLD.stream().anyMatch(column -> row[index(table, column)] != null)) {
            return List.of();
        }
        var rows = new ArrayList<@Nullable String[]>();
        for (var schedule : Prose.schedules(description).orElse(List.of())) {
            rows.add(row(table, row, schedule, rows.size()));
        }
        return rows;
    }

    private static @Nullable String[] row(HsdsTable table, @Nullable String[] given, Schedule schedule, int number) {
        var row = new @Nullable String[given.length];
        for (var owner : OWNERS) {
            row[index(table, owner)] = given[index(table, owner)];
        }
        row[index(table, "id")] = RecordId.named("parsed", String.valueOf(given[0]), String.valueOf(number));
        row[index(table, "valid_from")] = text(schedule.validFrom(), given[index(table, "valid_from")]);
        row[index(table, "valid_to")] = text(schedule.validTo(), given[index(table, "valid_to")]);
        row[index(table, "dtstart")] = text(schedule.dtstart(), null);
        row[index(table, "until")] = text(schedule.until(), null);
        row[index(table, "count")] = text(schedule.count(), null);
        row[index(table, "freq")] = schedule.freq();
        row[index(table, "interval")] = text(schedule.interval(), null);
        row[index(table, "byday")] = schedule.byday();
        row[index(table, "bymonthday")] = schedule.bymonthday();
        row[index(table, "opens_at")] = time(schedule.opensAt());
        row[index(table, "closes_at")] = time(schedule.closesAt());
        row[index(table, "closed")] = String.valueOf(schedule.closed());
        row[index(table, "by_appointment")] = String.valueOf(schedule.byAppointment());
        row[index(table, "holidays")] = text(schedule.holidays(), "closed");
        row[index(table, "parsed")] = "true";
        row[index(table, "translations")] = "{}";
        return row;
    }

    private static @Nullable String text(@Nullable Object value, @Nullable String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static @Nullable String time(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static int index(HsdsTable table, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(column);
    }
}
