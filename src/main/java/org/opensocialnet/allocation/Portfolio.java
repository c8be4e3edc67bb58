package org.opensocialnet.allocation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** All that is asked and all there is, on one day. The order of its lists means nothing. */
public record Portfolio(
        LocalDate day,
        List<Line> lines,
        List<Source> sources,
        List<Quota> quotas,
        List<Floor> floors,
        Weights weights) {

    public Portfolio {
        lines = List.copyOf(lines);
        sources = List.copyOf(sources);
        quotas = List.copyOf(quotas);
        floors = List.copyOf(floors);
        different("lines", lines, Line::id);
        different("sources", sources, Source::id);
        different("floors", floors, Floor::of);
        sources.stream()
                .filter(Source.Envelope.class::isInstance)
                .map(Source.Envelope.class::cast)
                .forEach(each ->
                        different("ceilings", each.ceilings(), ceiling -> List.of(ceiling.per(), ceiling.key())));
    }

    public static Portfolio of(LocalDate day, List<Line> lines, List<? extends Source> sources) {
        return new Portfolio(day, lines, List.copyOf(sources), List.of(), List.of(), Weights.USUAL);
    }

    /** The same with more money in one envelope. */
    public Portfolio withMore(String envelope, long cents) {
        if (sources.stream()
                .noneMatch(each -> each instanceof Source.Envelope && each.id().equals(envelope))) {
            throw new IllegalArgumentException("There is no such envelope.");
        }
        return new Portfolio(
                day,
                lines,
                sources.stream()
                        .map(each -> each instanceof Source.Envelope money
                                        && money.id().equals(envelope)
                                ? money.plus(cents)
                                : each)
                        .toList(),
                quotas,
                floors,
                weights);
    }

    private static <T> void different(String what, Collection<T> all, Function<T, Object> name) {
        var seen = new HashSet<>();
        if (!all.stream().map(name).allMatch(seen::add)) {
            throw new IllegalArgumentException("Two %s have the same name.".formatted(what));
        }
    }
}
