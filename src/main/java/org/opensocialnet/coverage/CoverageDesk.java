package org.opensocialnet.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.coverage.View.Across;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Span;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.shortfall.Reading;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lays ready what every page of coverage begins with: the days asked for, those they are compared with, and the names. */
@Component
class CoverageDesk {

    private final Evidence evidence;
    private final CoverageSettings settings;
    private final List<Uncounted> uncounted;
    private final CoverageNames names;
    private final Places places;
    private final Clock clock;

    CoverageDesk(
            Evidence evidence,
            CoverageSettings settings,
            List<Uncounted> uncounted,
            CoverageNames names,
            Places places,
            Clock clock) {
        this.evidence = evidence;
        this.settings = settings;
        this.uncounted = uncounted;
        this.names = names;
        this.places = places;
        this.clock = clock;
    }

    /**
     * What a page begins with.
     *
     * @param before how it was in the days these are compared with
     */
    record Opened(
            SignedIn me, View view, Reading now, Supplier<Reading> before, CoverageWords words, List<String> zones) {

        /** How it was before: gathered when somebody needs it. */
        Reading earlier() {
            return before.get();
        }

        /** All cells, without where they go: that is told on the page of each. */
        Matrix matrix() {
            return Matrix.of(now, null, view, zones);
        }

        /** How many days may be counted. */
        List<Choice> spans(Words t) {
            return Arrays.stream(Span.values())
                    .map(span -> new Choice(Items.code(span), t.of("coverage.span.days", span.days())))
                    .toList();
        }

        /** Whether it is one organisation's own sight, or the network's as the gate tells it. */
        boolean own() {
            return !now.picture().guarded();
        }

        Read read(Cell cell) {
            return now.read(cell, earlier());
        }
    }

    Opened open(Form form, SignedIn me, Words t) {
        return open(View.of(form, LocalDate.now(clock)), me, t);
    }

    Opened open(View view, SignedIn me, Words t) {
        var now = reading(evidence.at(view.day(), view.span()));
        var earlier = SingletonSupplier.of(() -> reading(evidence.at(view.earlier(), view.span())));
        boolean named =
                view.across() == Across.ORGANIZATION || !view.organization().isEmpty();
        var words = new CoverageWords(t, names.of(named ? organizations(now.picture()) : List.of(), t), now);
        return new Opened(me, view, now, earlier::obtain, words, zones());
    }

    Reading reading(Picture picture) {
        var apart = uncounted.stream()
                .flatMap(some -> some.organizations().stream())
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return new Reading(picture, settings.declared(), settings.daily(), apart);
    }

    /** The same with the names of all organisations in the picture. */
    CoverageWords naming(Opened open, Words t) {
        return new CoverageWords(t, names.of(organizations(open.now().picture()), t), open.now());
    }

    static HashSet<String> organizations(Picture picture) {
        var all = new HashSet<>(picture.parts(Split.ORGANIZATION));
        picture.around().offers().forEach(offer -> all.add(offer.organization()));
        all.remove(Picture.UNSAID);
        return all;
    }

    private List<String> zones() {
        return places.communities().stream().map(Place::code).toList();
    }
}
