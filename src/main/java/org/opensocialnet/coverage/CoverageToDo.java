package org.opensocialnet.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.evidence.Offer;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Unanswered;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Reading;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What the coordination team may want to act upon: from what was told last, so that the desk never waits for it. */
@Component
class CoverageToDo implements ToDo {

    private final Evidence evidence;
    private final CoverageDesk desk;

    private final List<Unanswered> askers;

    CoverageToDo(Evidence evidence, CoverageDesk desk, List<Unanswered> askers) {
        this.evidence = evidence;
        this.desk = desk;
        this.askers = List.copyOf(askers);
    }

    /** What a look over all cells found. */
    private record Found(long fresh, long movable, Set<String> silent) {}

    /** What was found in a picture, and in which: it is looked through once. */
    private record Seen(Picture picture, @Nullable Picture before, Found found) {}

    private volatile @Nullable Seen seen;

    @Override
    public List<Card> cards(SignedIn me, Words t) {
        if (me.organization() != null || !me.may(Permission.COVERAGE_KEEP)) {
            return List.of();
        }
        return evidence.latest()
                .map(picture -> cards(known(picture), picture.day(), t))
                .orElse(List.of());
    }

    private Found known(Picture picture) {
        var before = evidence.latest(picture.day().minusDays(Evidence.DAYS)).orElse(null);
        var last = seen;
        if (last != null && last.picture() == picture && last.before() == before) {
            return last.found();
        }
        var found = found(picture, before);
        seen = new Seen(picture, before, found);
        return found;
    }

    private List<Card> cards(Found found, LocalDate day, Words t) {
        var cards = new ArrayList<Card>();
        if (found.fresh() > 0) {
            cards.add(new Card(
                    70,
                    t.of("coverage.todo.deficits", found.fresh()),
                    t.of("coverage.todo.deficits.why"),
                    t.of("coverage.todo.look"),
                    View.PATH + "/changes"));
        }
        if (found.movable() > 0) {
            cards.add(new Card(
                    45,
                    t.of("coverage.todo.move", found.movable()),
                    t.of("coverage.todo.move.why"),
                    t.of("coverage.todo.look"),
                    View.PATH + "?show=oversupply"));
        }
        if (!found.silent().isEmpty()) {
            cards.add(silent(found.silent(), day, t));
        }
        return cards;
    }

    /** Who wrote nothing; where some of them did not answer a questionnaire either, the card goes there. */
    private Card silent(Set<String> silent, LocalDate day, Words t) {
        var asked = new HashMap<String, Unanswered.Since>();
        askers.forEach(asker -> asked.putAll(asker.on(day)));
        asked.keySet().retainAll(silent);
        var last = asked.values().stream().max(Comparator.comparing(Unanswered.Since::asked));
        return new Card(
                40,
                t.of("coverage.todo.silent", silent.size()),
                last.map(since -> t.of("coverage.todo.silent.asked", asked.size(), since.by(), t.date(since.asked())))
                        .orElseGet(() -> t.of("coverage.todo.silent.why")),
                t.of("coverage.todo.ask"),
                last.map(Unanswered.Since::path).orElse(View.PATH + "?show=unknown&across=organization"));
    }

    private Found found(Picture picture, @Nullable Picture earlier) {
        var now = desk.reading(picture);
        var before = earlier == null ? null : desk.reading(earlier);
        long fresh = 0;
        long movable = 0;
        for (var type : picture.types()) {
            boolean missing = false;
            int spare = 0;
            for (var group : picture.groups()) {
                var read = now.glance(Cell.of(type, group));
                missing |= read.isDeficit();
                spare += read.isSpare() ? 1 : 0;
                fresh += read.isDeficit()
                                && before != null
                                && !before.glance(read.cell()).isDeficit()
                        ? 1
                        : 0;
            }
            movable += missing ? spare : 0;
        }
        return new Found(fresh, movable, silent(now));
    }

    /** Organisations that offer something and wrote nothing of it. */
    private static Set<String> silent(Reading reading) {
        var silent = new HashSet<String>();
        var picture = reading.picture();
        for (Offer offer : picture.around().offers()) {
            if (!reading.isApart(offer.organization())
                    && offer.types().stream().noneMatch(type -> picture.wrote(type, offer.organization()))) {
                silent.add(offer.organization());
            }
        }
        return silent;
    }
}
