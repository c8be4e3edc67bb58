package org.opensocialnet.web;

import java.util.function.Function;

/**
 * One line that a room shows above every page, as a bean, with a link to the page that tells more:
 * {@code new Banner(t -> t.of("demo.banner"), "/demo", t -> t.of("demo.banner.more"))}.
 */
public record Banner(Function<Words, String> words, String path, Function<Words, String> more) {}
