package org.opensocialnet.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.search.Question;
import org.opensocialnet.web.Words;

/** A printed guide: services by kind, each with where, when and which phone, as of one day. */
record Guide(
        Question question,
        List<Listed> results,
        Map<UUID, OpeningHours> hours,
        Map<String, String> hoursInWords,
        Vocabulary vocabulary,
        LocalDate today,
        int total) {

    /** The services of one kind. */
    record Chapter(String title, List<Listed> services) {}

    List<Chapter> chapters(Words t) {
        var chapters = new TreeMap<String, List<Listed>>();
        for (var result : results) {
            var kind = kind(result.card());
            var title = kind == null ? t.of("finding.guide.others") : kind;
            chapters.computeIfAbsent(title, _ -> new ArrayList<>()).add(result);
        }
        var named = new TreeMap<String, List<Listed>>();
        chapters.forEach((value, services) -> {
            var concept = vocabulary.find(Facet.TERM, value);
            named.put(concept == null ? value : concept.name(t.lang()), services);
        });
        return named.entrySet().stream()
                .map(entry -> new Chapter(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The widest kind of service that its first kind belongs to. */
    private @Nullable String kind(Card card) {
        for (var id : card.terms()) {
            var concept = vocabulary.find(id);
            if (concept != null && concept.facet() == Facet.TERM) {
                var above = vocabulary.above(concept);
                return above.isEmpty() ? concept.value() : above.getLast().value();
            }
        }
        return null;
    }

    String hours(Words t, Card card) {
        var open = hours.get(card.id());
        var stop = Stop.of(
                card,
                null,
                open,
                today.atStartOfDay(java.time.ZoneId.of("Europe/Athens")).toInstant(),
                today);
        if (stop.hasWeek()) {
            var week = stop.line(t);
            return week.isEmpty() ? Say.state(t, stop.state(), today.atStartOfDay()) : week;
        }
        return stop.prose().isEmpty()
                ? t.of("finding.state.unknown")
                : stop.prose().stream()
                        .map(said -> t.text(said, hoursInWords.get(said), "description")
                                .text())
                        .collect(Collectors.joining("; "));
    }

    /** What was chosen, in words: "1st Community, women". */
    String subtitle(Words t) {
        var parts = new ArrayList<String>();
        if (!question.words().isBlank()) {
            parts.add(question.words());
        }
        question.chosen()
                .forEach((facet, values) -> values.forEach(value -> parts.add(Say.value(t, vocabulary, facet, value))));
        return String.join(", ", parts);
    }
}
