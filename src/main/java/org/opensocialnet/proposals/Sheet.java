package org.opensocialnet.proposals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.allocation.Amount;
import org.opensocialnet.allocation.Ceiling;
import org.opensocialnet.allocation.Conditions;
import org.opensocialnet.allocation.Floor;
import org.opensocialnet.allocation.Line;
import org.opensocialnet.allocation.Line.Recipient;
import org.opensocialnet.allocation.Need;
import org.opensocialnet.allocation.Piece;
import org.opensocialnet.allocation.Portfolio;
import org.opensocialnet.allocation.Source;
import org.opensocialnet.allocation.Source.Envelope;
import org.opensocialnet.allocation.Weights;

/**
 * What a proposal is made of, kept as it stood on that day: a decision can be understood later, whatever became of the lines.
 *
 * @param floor the share in percent of what each group and community could have had; nought for none
 */
record Sheet(LocalDate day, List<Asked> lines, List<Pot> pots, int floor, Weights weights) {

    /** How it can be divided: by units while there are not too many. */
    private static final long MOST_STEPS = 10_000;

    /**
     * An open line of a request.
     *
     * @param units still open, in units that are whole
     * @param unit the unit's code
     * @param cents what a unit costs; nought where nobody knows
     * @param severity from 0 to 100, as coverage sees it
     */
    record Asked(
            UUID id,
            UUID request,
            int number,
            String what,
            long units,
            String unit,
            long cents,
            long people,
            String type,
            String group,
            String zone,
            String receiver,
            @Nullable LocalDate neededBy,
            LocalDate since,
            int severity) {

        Line line(LocalDate day) {
            var due = neededBy == null ? day.plusMonths(1) : neededBy;
            return new Line(
                    id.toString(),
                    request.toString(),
                    type,
                    new Recipient(group, zone, receiver),
                    due,
                    units <= MOST_STEPS ? Amount.inSteps(units, 1) : Amount.whole(units),
                    List.of(cents == 0 ? Piece.given(what) : Piece.bought(what, cents, "")),
                    Need.of(
                            severity,
                            ChronoUnit.DAYS.between(day, due),
                            ChronoUnit.DAYS.between(since, day),
                            Math.max(1, people)));
        }
    }

    /** An envelope as it stood: what was free in it, and what its rules leave. */
    record Pot(
            UUID id,
            String name,
            String english,
            long cents,
            List<String> types,
            List<String> groups,
            List<String> zones,
            LocalDate from,
            LocalDate until,
            List<Ceiling> ceilings) {

        Envelope envelope() {
            return new Envelope(
                    id.toString(),
                    cents,
                    new Conditions(Set.copyOf(types), Set.copyOf(groups), Set.copyOf(zones), Set.of(), from, until),
                    ceilings);
        }
    }

    Portfolio portfolio() {
        return new Portfolio(
                day,
                lines.stream().map(line -> line.line(day)).toList(),
                pots.stream().<Source>map(Pot::envelope).toList(),
                List.of(),
                floor == 0
                        ? List.of()
                        : List.of(new Floor(Floor.Of.GROUP, floor), new Floor(Floor.Of.COMMUNITY, floor)),
                weights);
    }

    Optional<Asked> line(String id) {
        return lines.stream().filter(each -> each.id().toString().equals(id)).findFirst();
    }

    Optional<Pot> pot(String id) {
        return pots.stream().filter(each -> each.id().toString().equals(id)).findFirst();
    }
}
