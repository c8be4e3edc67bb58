package org.opensocialnet.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.evidence.Raw.Subject;
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

    /** How many days a picture counts. One length for all: pictures of two lengths could be subtracted from each other. */
    public static final int DAYS = 30;

    static final Setting<Integer> MINUTES = new Setting<>(
            "coverage.minutes",
            Setting.Group.COVERAGE,
            4,
            Forms.number(1, 1_440),
            180,
            "evidence.setting.minutes",
            "evidence.setting.minutes.hint");

    /** What is longer ago changes seldom: it is looked at as many times less often. */
    private static final int SELDOM = 8;

    private static final int LATELY = 7;

    private final Gathering gathering;
    private final Tellings tellings;
    private final Population population;
    private final Settings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    Evidence(
            Gathering gathering,
            Tellings tellings,
            Population population,
            Settings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.gathering = gathering;
        this.tellings = tellings;
        this.population = population;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The days up to and with this one, as whoever looks may see them. */
    public Picture at(LocalDate day) {
        var sight = Sight.current();
        return sight != null && sight.reach() == Reach.ORGANIZATION ? own(day, sight) : told(day);
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

    private Picture own(LocalDate day, Sight sight) {
        var found = Objects.requireNonNull(transactions.execute(_ -> gathering.gather(day.minusDays(DAYS - 1L), day)));
        var organization = String.valueOf(sight.organization());
        var around = found.around();
        var offers = around.offers().stream()
                .filter(offer -> offer.organization().equals(organization))
                .toList();
        var services = offers.stream().map(Offer::service).toList();
        var open = Told.open(found.counts());
        return new Picture(
                day.minusDays(DAYS - 1L),
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
                        around.far()));
    }

    private Picture told(LocalDate day) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var known = tellings.latest(day, DAYS).filter(this::isFresh);
            var picture = known.isPresent() ? tellings.picture(known.get()) : tell(day);
            return picture.with(population.at(day));
        }));
    }

    private Picture tell(LocalDate day) {
        tellings.lock(day);
        var known = tellings.latest(day, DAYS);
        if (known.filter(this::isFresh).isEmpty()) {
            var from = day.minusDays(DAYS - 1L);
            var found = gathering.gather(from, day);
            var before = tellings.before(day, DAYS);
            if (known.isPresent() && !before.isEmpty() && before.getLast().raw().equals(found.counts())) {
                tellings.holds(known.get().id(), found.around(), clock.instant());
            } else {
                var told = new Passing(from, day, LocalDate.now(clock)).pass(found.counts(), before);
                tellings.keep(Uuid7.next(), day, DAYS, told, found.around(), clock.instant());
            }
        }
        return tellings.picture(tellings.latest(day, DAYS).orElseThrow());
    }

    private boolean isFresh(Tellings.Which which) {
        boolean lately = which.day().isAfter(LocalDate.now(clock).minusDays(LATELY));
        var minutes = Duration.ofMinutes(settings.value(MINUTES)).multipliedBy(lately ? 1 : SELDOM);
        return which.checked().plus(minutes).isAfter(clock.instant());
    }
}
