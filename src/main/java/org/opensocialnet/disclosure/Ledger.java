package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was told before, oldest first. The gate keeps nothing itself: whoever tells keeps this and brings it along. */
public record Ledger(List<Publication> publications) {

    public static final Ledger EMPTY = new Ledger(List.of());

    public Ledger {
        publications = publications.stream()
                .sorted(Comparator.comparing(
                        publication -> publication.request().date()))
                .toList();
    }

    public Ledger plus(Publication publication) {
        var more = new ArrayList<>(publications);
        more.add(publication);
        return new Ledger(more);
    }

    Ledger about(String subject) {
        return new Ledger(publications.stream()
                .filter(publication -> publication.request().subject().equals(subject))
                .toList());
    }
}
