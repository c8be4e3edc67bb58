package org.opensocialnet.search;

import java.util.List;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.springframework.stereotype.Component;

/** The places people name when they say where, with or without "square" or "station" before the name. */
@Component
class Gazetteer {

    private static final List<String> SORTS = List.of(
            "Πλατεία ", "Πλ. ", "Σταθμός ", "Μετρό ", " Square", " square", " station", " Station", " metro station");

    private final Places places;

    Gazetteer(Places places) {
        this.places = places;
    }

    Phrases<Near> phrases() {
        var phrases = new Phrases<Near>();
        for (var place : places.all()) {
            var near = Near.of(place);
            for (var name : List.of(place.greek(), place.english())) {
                phrases.add(name, near);
                SORTS.stream()
                        .filter(name::contains)
                        .map(sort -> name.replace(sort, ""))
                        .forEach(bare -> phrases.add(bare, near));
                if (place.kind() == Place.Kind.SQUARE) {
                    phrases.add("Πλατεία " + name, near);
                }
                if (place.kind() == Place.Kind.STATION) {
                    phrases.add("Μετρό " + name, near);
                    phrases.add("Metro " + name, near);
                }
            }
        }
        return phrases;
    }
}
