package org.opensocialnet.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the rooms have for a member today, and remembers it for a moment. */
@Component
class Today {

    private static final Duration MOMENT = Duration.ofSeconds(20);

    /** For whom something was gathered: what they may do is part of it, so that a role taken away counts at once. */
    private record Reader(UUID member, @Nullable UUID organization, Set<Permission> permissions, Language language) {}

    private final List<ToDo> toDos;
    private final List<DeskFigures> figures;
    private final Asking asking;
    private final Briefly<Reader, Waiting> gathered;

    Today(ObjectProvider<ToDo> toDos, ObjectProvider<DeskFigures> figures, Asking asking, Clock clock) {
        this.toDos = toDos.orderedStream().toList();
        this.figures = figures.orderedStream().toList();
        this.asking = asking;
        this.gathered = new Briefly<>(clock, MOMENT);
    }

    Waiting of(SignedIn me, Words t) {
        return gathered.get(
                new Reader(me.member(), me.organization(), me.permissions(), t.language()), _ -> gather(me, t));
    }

    /** How many cards wait, where that was gathered a moment ago; no page but the first gathers for it. */
    Optional<Integer> known(SignedIn me) {
        return Arrays.stream(Language.values())
                .map(language -> new Reader(me.member(), me.organization(), me.permissions(), language))
                .flatMap(reader -> gathered.known(reader).stream())
                .map(waiting -> waiting.cards().size())
                .findFirst();
    }

    /** Who acts wants to see what became of it. */
    void forget(SignedIn me) {
        gathered.forget(reader -> reader.member().equals(me.member()));
    }

    private Waiting gather(SignedIn me, Words t) {
        var cards = asking.ask(toDos, room -> room.cards(me, t));
        var told = asking.ask(figures, room -> room.figures(me, t));
        return new Waiting(
                cards.given().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(ToDo.Card::urgency).reversed())
                        .toList(),
                told.given().stream().flatMap(List::stream).toList(),
                cards.all() && told.all());
    }
}
