package org.opensocialnet.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Picture.Split;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What everybody is told: the months that are over, each once and never changed, since a later change could give few people
 * away. No counts are kept here but those that were told.
 */
@Component
public class OpenMonths {

    /** How many days organisations have to write down what was, before a month is told. */
    static final int GRACE = 10;

    private static final int MOST_MONTHS = 600;

    private final JdbcClient jdbc;
    private final Evidence evidence;
    private final TransactionOperations transactions;
    private final Clock clock;

    OpenMonths(JdbcClient jdbc, Evidence evidence, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One month as everybody was told it. */
    public record Month(YearMonth month, Instant told, List<Line> lines) {

        public Month {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One count of persons, of a kind of service.
     *
     * @param helped whether they were helped, or asked and were not
     * @param split by what else it is told apart: community, or the reason that was said
     * @param group {@link Picture#ALL} for all together, {@link Picture#UNSAID} where none was said
     */
    public record Line(boolean helped, Split split, String type, String group, String part, Shown people) {}

    /** The youngest first. */
    public List<YearMonth> months() {
        return jdbc.sql("select month from evidence.publication order by month desc limit :most")
                .param("most", MOST_MONTHS)
                .query((row, _) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list();
    }

    public Optional<Month> month(YearMonth month) {
        return jdbc.sql("select told_at, lines from evidence.publication where month = :month")
                .param("month", month.atDay(1))
                .query((row, _) -> new Month(
                        month,
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        Tellings.read(row.getString("lines"), Lines.class).lines()))
                .optional();
    }

    /** Tells each month of the last year that is over long enough and was not told yet, the oldest first. */
    public int tellWhatIsOver() {
        var last = YearMonth.from(LocalDate.now(clock).minusDays(GRACE)).minusMonths(1);
        int told = 0;
        for (var month = last.minusMonths(11); !month.isAfter(last); month = month.plusMonths(1)) {
            told += tell(month) ? 1 : 0;
        }
        return told;
    }

    /** Whether it was told now: not when it was told before, or nobody wrote anything. */
    boolean tell(YearMonth month) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (month(month).isPresent()) {
                return false;
            }
            var kept = kept(evidence.forAll(month));
            if (kept.kept().isEmpty()) {
                return false;
            }
            jdbc.sql("""
                    insert into evidence.publication (month, told_at, lines)
                    values (:month, :now, cast(:lines as jsonb))
                    """)
                    .param("month", month.atDay(1))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("lines", Tellings.write(kept))
                    .update();
            return true;
        }));
    }

    /** What is kept of a telling: nothing of single organisations, and no count that was not told. */
    static Lines kept(Told told) {
        return new Lines(told.lines().stream()
                .filter(line -> line.split() != Split.ORGANIZATION)
                .map(Kept::of)
                .toList());
    }

    /** A month as it lies in the database. */
    record Lines(List<Kept> kept) {

        List<Line> lines() {
            return kept.stream().map(Kept::line).toList();
        }
    }

    /** As it is kept: a count that was not told is not here at all. */
    record Kept(boolean helped, Split split, String type, String group, String part, long people, int limit) {

        static Kept of(Told.Line line) {
            return new Kept(
                    line.subject() == Raw.Subject.REACHED,
                    line.split(),
                    line.type(),
                    line.group(),
                    line.part(),
                    line.limit() == 0 ? line.people() : 0,
                    line.limit());
        }

        Line line() {
            var shown = limit == 0
                    ? new Shown.Value(people)
                    : limit < 0 ? new Shown.Withheld() : new Shown.FewerThan(limit);
            return new Line(helped, split, type, group, part, shown);
        }
    }
}
