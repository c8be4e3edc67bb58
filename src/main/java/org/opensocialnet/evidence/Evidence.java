package org.opensocialnet.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.evidence.Picture.Around;
import org.opensocialnet.evidence.Raw.Subject;
import org.opensocialnet.evidence.Tellings.Which;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.population.Population;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one place where coverage asks what is known of a day. The network's bodies are shown what the gate told; an
 * organisation its own counts as they are.
 */
@Component
public class Evidence {

    /** How many days a picture counts where nobody says another length. */
    public static final int DAYS = Span.THIRTY_DAYS.days();

    static final Setting<Integer> MINUTES = new Setting<>(
            "coverage.minutes",
            Setting.Group.COVERAGE,
            4,
            Forms.number(1, 1_440),
            180,
            "evidence.setting.minutes",
            "evidence.setting.minutes.hint");

    /** So many years what was told of a day is kept. Older days are not told: nobody knows any more what must not be told of them. */
    private static final int YEARS = 10;

    /** What is longer ago changes seldom: it is looked at as many times less often. */
    private static final int SELDOM = 8;

    private static final int LATELY = 7;

    private final Gathering gathering;
    private final Tellings tellings;
    private final Ties ties;
    private final Population population;
    private final Settings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    Evidence(
            Gathering gathering,
            Tellings tellings,
            Ties ties,
            Population population,
            Settings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.gathering = gathering;
        this.tellings = tellings;
        this.ties = ties;
        this.population = population;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The thirty days up to and with this one, as whoever looks may see them. */
    public Picture at(LocalDate day) {
        return at(day, Span.THIRTY_DAYS);
    }

    /** So many days up to and with this one, as whoever looks may see them. */
    public Picture at(LocalDate day, Span span) {
        var sight = Sight.current();
        return sight != null && sight.reach() == Reach.ORGANIZATION ? own(day, span, sight) : told(day, span);
    }

    /** A month that is over, as everybody may be told it. */
    Told forAll(YearMonth month) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var which = tell(month.atEndOfMonth(), month.lengthOfMonth());
            tellings.forAll(which);
            return tellings.told(which);
        }));
    }

    /** The first day that is told. */
    public LocalDate first() {
        return LocalDate.now(clock).minusYears(YEARS);
    }

    /** Takes away what was told of days that are told no more. */
    int forget() {
        return Objects.requireNonNull(
                transactions.execute(_ -> tellings.prune(first().minusDays(2L * Span.QUARTER.days()))));
    }

    /** What was told last; nothing is gathered for it. */
    public Optional<Picture> latest() {
        return Objects.requireNonNull(
                transactions.execute(_ -> tellings.youngest(DAYS).map(tellings::picture)));
    }

    /** What was told last of these days; nothing is gathered for it. */
    public Optional<Picture> latest(LocalDate day) {
        return Objects.requireNonNull(
                transactions.execute(_ -> tellings.latest(day, DAYS).map(tellings::picture)));
    }

    /** The days up to and with this one are counted again when somebody looks next. */
    public void recount(LocalDate day) {
        transactions.executeWithoutResult(_ -> tellings.doubt(day));
    }

    /** Forgets what was told of these days and after, to the network and to all: it was told of a city that was invented. */
    public void forgetInvented(LocalDate since) {
        tellings.forget(since);
    }

    private Picture own(LocalDate day, Span span, Sight sight) {
        var found = Objects.requireNonNull(transactions.execute(_ -> gathering.gather(span.from(day), day)));
        var organization = String.valueOf(sight.organization());
        var around = found.around();
        var offers = around.offers().stream()
                .filter(offer -> offer.organization().equals(organization))
                .toList();
        var services = offers.stream().map(Offer::service).toList();
        var open = Told.open(found.counts());
        return new Picture(
                span.from(day),
                day,
                clock.instant(),
                false,
                open.shown(Subject.UNMET),
                open.shown(Subject.REACHED),
                new Picture.Around(
                        offers,
                        around.counters().stream()
                                .filter(counter -> services.contains(counter.service()))
                                .toList(),
                        List.of(),
                        around.wrote(),
                        around.far(),
                        around.directory()));
    }

    private Picture told(LocalDate asked, Span span) {
        var day = asked.isBefore(first()) ? first() : asked;
        return Objects.requireNonNull(transactions.execute(_ -> {
            var known = tellings.latest(day, span.days()).filter(this::isFresh);
            var which = known.orElseGet(() -> tell(day, span.days()));
            return tellings.picture(which).with(population.at(day));
        }));
    }

    private Which tell(LocalDate day, int days) {
        tellings.lock();
        var known = tellings.latest(day, days);
        if (known.filter(this::isFresh).isEmpty()) {
            var from = day.minusDays(days - 1L);
            var found = gathering.gather(from, day);
            var around = known.map(which -> tellings.picture(which).around())
                    .map(then -> nearer(day, then, found.around()))
                    .orElse(found.around());
            var before = tellings.before(day, days);
            if (known.isPresent() && !before.isEmpty() && before.getLast().raw().equals(found.counts())) {
                tellings.holds(known.get().id(), around, clock.instant());
            } else {
                var told =
                        new Passing(from, day, LocalDate.now(clock)).pass(found.counts(), before, ties.of(from, day));
                tellings.keep(Uuid7.next(), day, days, told, around, clock.instant());
            }
        }
        return tellings.latest(day, days).orElseThrow();
    }

    /** Who offered what is known best from the directory as it was read nearest to the day. */
    private static Around nearer(LocalDate day, Around then, Around now) {
        return then.daysFrom(day) < now.daysFrom(day) ? now.withDirectoryOf(then) : now;
    }

    private boolean isFresh(Which which) {
        boolean lately = which.day().isAfter(LocalDate.now(clock).minusDays(LATELY));
        var minutes = Duration.ofMinutes(settings.value(MINUTES)).multipliedBy(lately ? 1 : SELDOM);
        return which.checked().plus(minutes).isAfter(clock.instant());
    }
}
