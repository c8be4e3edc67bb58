package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was told before, oldest first. The gate keeps nothing itself: whoever tells keeps this and brings it along. */
public record Publications(List<Publication> all) {

    public static final Publications EMPTY = new Publications(List.of());

    public Publications {
        all = all.stream()
                .sorted(Comparator.comparing(
                        publication -> publication.request().date()))
                .toList();
    }

    public Publications plus(Publication publication) {
        var more = new ArrayList<>(all);
        more.add(publication);
        return new Publications(more);
    }

    Publications about(String subject) {
        return new Publications(all.stream()
                .filter(publication -> publication.request().subject().equals(subject))
                .toList());
    }
}
