package org.opensocialnet.finding;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.search.Found.Hit;

/** One result as a list shows it: what the index knows of it now, and its card. Numbered where the map can show it. */
record Listed(Hit hit, Card card, @Nullable Integer number) {}
