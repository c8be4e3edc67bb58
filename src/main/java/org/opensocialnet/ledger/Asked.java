package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ledger: sums over some days, by some of what cells are made of, of some cells alone.
 *
 * @param from the first day; none for all days up to the last, which tells what is open on it
 * @param to the last day, counted with
 * @param by by what the sums are told apart; none for one sum of all
 * @param only which cells: for an axis the codes that count; an axis that is missing lets all through
 */
public record Asked(@Nullable LocalDate from, LocalDate to, Set<Axis> by, Map<Axis, Set<String>> only) {

    /** What cells are made of. */
    public enum Axis {
        SERVICE_TYPE("service_type"),
        GROUP("target_group"),
        ZONE("zone"),
        ORGANIZATION("organization"),
        SOURCE("source"),
        REASON("reason"),
        UNIT("unit");

        private final String column;

        Axis(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    public Asked {
        by = by.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(by));
        only = Map.copyOf(only);
    }

    /** All that was written about these days. */
    public static Asked between(LocalDate from, LocalDate to, Axis... by) {
        return new Asked(from, to, Set.of(by), Map.of());
    }

    /** All that was written up to that day: what is open on it, as a {@link LedgerFigures.Line#open}. */
    public static Asked asOf(LocalDate day, Axis... by) {
        return new Asked(null, day, Set.of(by), Map.of());
    }

    public Asked of(UUID organization) {
        return only(Axis.ORGANIZATION, organization.toString());
    }

    public Asked only(Axis axis, String... codes) {
        var narrower = new EnumMap<Axis, Set<String>>(Axis.class);
        narrower.putAll(only);
        narrower.put(axis, Set.of(codes));
        return new Asked(from, to, by, narrower);
    }
}
