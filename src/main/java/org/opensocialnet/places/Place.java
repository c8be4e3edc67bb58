package org.opensocialnet.places;

import org.opensocialnet.kernel.GeoPoint;

/**
 * A place people name when they say where they are. Its code stays the same in every language and
 * fits an address: the official code of a community, else a word such as "square-omonia".
 */
public record Place(String code, Kind kind, String greek, String english, GeoPoint centre) {

    /** What sort of place it is. */
    public enum Kind {
        COMMUNITY,
        NEIGHBOURHOOD,
        SQUARE,
        STATION
    }

    /** Its name in a language given by code: English for "en", else Greek. */
    public String name(String language) {
        return language.equals("en") ? english : greek;
    }
}
