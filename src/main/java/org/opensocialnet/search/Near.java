package org.opensocialnet.search;

import org.jspecify.annotations.Nullable;

/** Where the reader is, or the place they named. */
public record Near(
        double latitude, double longitude, @Nullable String name) {}
