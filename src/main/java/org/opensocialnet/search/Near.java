package org.opensocialnet.search;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.places.Place;

/** Where the reader is, or the place they named. */
public record Near(
        double latitude, double longitude, @Nullable Place place) {

    /** A known place. */
    public static Near of(Place place) {
        return new Near(place.centre().latitude(), place.centre().longitude(), place);
    }
}
