package org.opensocialnet.messaging;

import java.util.function.Function;
import org.opensocialnet.web.Words;

/**
 * Kinds of letters that a reader stops or gathers together, as the page of preferences calls them.
 *
 * @param code room first: "upkeep.rounds"
 * @param name what readers read: t -> t.of(…)
 * @param gathers whether its letters may wait for a digest of the day
 */
public record LetterFamily(String code, Function<Words, String> name, boolean gathers) {}
