package org.opensocialnet.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Figure;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What coverage says of one cell, for rooms above: as whoever looks may see it. */
@Component
public class Coverage {

    private final Evidence evidence;
    private final CoverageDesk desk;
    private final CoverageNames names;

    Coverage(Evidence evidence, CoverageDesk desk, CoverageNames names) {
        this.evidence = evidence;
        this.desk = desk;
        this.names = names;
    }

    /**
     * How a cell stands, in words for a page and in numbers for a rule.
     *
     * @param about what the cell is about: "Night shelter, Women"
     * @param sentence how it stands: "12 places for about 40 people a day. Full on 26 of 30 days."
     * @param reading one word: deficit, oversupply, balanced, unknown, withheld
     * @param time what the numbers count: people a day, or people in thirty days
     * @param missing how many people are without help, at least where it is unknown; none where it may not be told
     * @param severity from 1 to 5; none where nobody knows
     * @param confidence how sure it is
     * @param reasons the weightiest first
     * @param path where the cell's own page is, without language
     */
    public record Said(
            String about,
            String sentence,
            String reading,
            String time,
            boolean deficit,
            OptionalDouble need,
            OptionalDouble reached,
            OptionalDouble capacity,
            OptionalDouble missing,
            OptionalInt severity,
            String confidence,
            List<String> reasons,
            String path) {}

    /** How a cell stood in the days up to this one; none where the cell's kind of service is not known at all. */
    public Optional<Read> of(Cell cell, LocalDate day) {
        var reading = desk.reading(evidence.at(day));
        return reading.picture().types().contains(cell.type()) ? Optional.of(reading.read(cell)) : Optional.empty();
    }

    /** The same in words. */
    public Optional<Said> of(Cell cell, LocalDate day, Words t) {
        var reading = desk.reading(evidence.at(day));
        if (!reading.picture().types().contains(cell.type())) {
            return Optional.empty();
        }
        var words = new CoverageWords(t, names.of(cell.isWhole() ? Set.of() : Set.of(cell.part()), t), reading);
        return Optional.of(said(reading.read(cell), words, View.of(day).cellPath(cell)));
    }

    private static Said said(Read read, CoverageWords words, String path) {
        var standing = read.standing();
        var seen = standing.seen();
        boolean told = !read.isWithheld();
        return new Said(
                words.about(read.cell()),
                words.says(read),
                words.shade(read.shade()),
                words.time(read.cell().type()),
                read.isDeficit(),
                amount(told ? seen.need() : null),
                amount(told ? seen.reached() : null),
                amount(seen.capacity()),
                amount(told ? standing.shortfall() : null),
                told ? standing.severity() : OptionalInt.empty(),
                words.confidence(read),
                standing.reasons().stream()
                        .map(ranked -> words.reason(ranked.reason(), read.cell().type()))
                        .toList(),
                path);
    }

    /** Nothing is nothing only where somebody knows it. */
    private static OptionalDouble amount(@Nullable Figure figure) {
        return figure == null || figure.equals(Figure.unknown())
                ? OptionalDouble.empty()
                : OptionalDouble.of(figure.amount());
    }

    /** What was written just now shall be seen now: the figures of that day are counted again when somebody looks next. */
    public void recount(LocalDate day) {
        evidence.recount(day);
    }
}
