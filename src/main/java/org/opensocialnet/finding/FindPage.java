package org.opensocialnet.finding;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.search.Found;
import org.opensocialnet.search.Offer;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.When;
import org.opensocialnet.web.Parts.Chip;
import org.opensocialnet.web.Parts.Option;
import org.opensocialnet.web.Words;

/** The list of results with everything around it: what is asked, what can be asked next, and why it is in this order. */
record FindPage(
        Question asked, Found found, List<Listed> results, Vocabulary vocabulary, LocalDateTime at, Instant now) {

    static final String PATH = "/find";
    private static final int MOST_OPTIONS = 12;
    private static final int MOST_KINDS = 30;
    private static final List<String> OFFERED_FLAGS =
            List.of("free", "no-referral", "no-papers", "wheelchair", "appointment");

    /** The question as it was understood; every link goes on from it. */
    Question question() {
        return found.understood().question();
    }

    int last() {
        return Math.max(1, (found.total() + question().size() - 1) / question().size());
    }

    String link(Words t, Question other) {
        return t.link(Asked.address(PATH, other));
    }

    String page(Words t, int number) {
        return link(t, question().onPage(number, question().size()));
    }

    String feed(Words t) {
        return t.link(Asked.address("/find.geojson", question()));
    }

    boolean sensitive() {
        return results.stream().anyMatch(result -> result.card().sensitive());
    }

    /** What is set, to be taken off, and the two or three filters that most people take next. */
    List<Chip> chips(Words t) {
        var chips = new ArrayList<Chip>();
        set(t, chips);
        if (question().when() instanceof When.Anytime && found.openNow() > 0) {
            offer(t, chips, t.of("finding.chip.now"), question().withWhen(new When.Now()), found.openNow());
        }
        for (var flag : List.of("free", "no-papers")) {
            int count = found.count(Facet.FLAG, flag);
            if (!question().chosen(Facet.FLAG).contains(flag) && count > 0 && count < found.total()) {
                offer(t, chips, Say.flag(t, flag), question().with(Facet.FLAG, flag), count);
            }
        }
        if (question().chosen(Facet.GROUP).isEmpty() && found.count(Facet.GROUP, "women") > 0) {
            offer(
                    t,
                    chips,
                    Say.value(t, vocabulary, Facet.GROUP, "women"),
                    question().with(Facet.GROUP, "women"),
                    found.count(Facet.GROUP, "women"));
        }
        return chips;
    }

    private void set(Words t, List<Chip> chips) {
        switch (question().when()) {
            case When.Now _ ->
                chips.add(unset(t, t.of("finding.chip.now"), question().withWhen(new When.Anytime())));
            case When.At(var time) ->
                chips.add(unset(
                        t,
                        t.of("finding.chip.at", t.weekdayAndDate(time.toLocalDate()), t.time(time.toLocalTime())),
                        question().withWhen(new When.Anytime())));
            case When.Anytime _ -> {}
        }
        if (question().near() != null) {
            var place = question().near().place();
            chips.add(unset(
                    t,
                    place == null ? t.of("finding.chip.near-me") : t.of("finding.chip.near", place.name(t.lang())),
                    question().withNear(null)));
        }
        if (question().box() != null) {
            chips.add(unset(t, t.of("finding.chip.box"), question().withBox(null)));
        }
        question()
                .chosen()
                .forEach((facet, values) -> values.forEach(value ->
                        chips.add(unset(t, name(t, facet, value), question().without(facet, value)))));
    }

    private String name(Words t, Facet facet, String value) {
        return facet == Facet.ORGANIZATION && !results.isEmpty()
                ? Say.organization(t, results.getFirst().card()).text()
                : facet == Facet.ORGANIZATION
                        ? t.of("finding.chip.organization")
                        : Say.value(t, vocabulary, facet, value);
    }

    private Chip unset(Words t, String text, Question without) {
        return new Chip(text, link(t, without), true, null);
    }

    private void offer(Words t, List<Chip> chips, String text, Question with, int count) {
        chips.add(new Chip(text, link(t, with), false, count));
    }

    /** The same words and place without any filter. */
    Question cleared() {
        return Question.EVERYTHING
                .withWords(question().words())
                .withNear(question().near());
    }

    List<Meant> meant(Words t) {
        return Meant.of(t, found.understood().respelled(), vocabulary, results);
    }

    /** The same question with every misspelt word as it was taken. */
    String linkAsMeant(Words t, List<Meant> meant) {
        var corrected = question();
        for (var one : meant) {
            corrected = one.corrected(corrected);
        }
        return link(t, corrected);
    }

    /** The chosen time as its field takes it. */
    String atValue() {
        return question().when() instanceof When.At(var time) ? Asked.minute(time) : "";
    }

    int chosenCount() {
        return question().chosen().values().stream()
                        .mapToInt(values -> values.size())
                        .sum()
                + (question().when() instanceof When.Anytime ? 0 : 1);
    }

    /** The fields of the question that the form of filters does not show. */
    Map<String, String> kept() {
        var kept = Asked.parts(question());
        kept.remove("open");
        kept.remove("at");
        kept.remove("sort");
        question().chosen(Facet.ORGANIZATION).forEach(value -> kept.put("organization", value));
        return kept;
    }

    Map<String, String> keptBesideWords() {
        var kept = Asked.parts(question());
        kept.remove("q");
        kept.remove("bbox");
        for (var facet : Facet.values()) {
            question().chosen(facet).stream().findFirst().ifPresent(value -> kept.put(Asked.name(facet), value));
        }
        return kept;
    }

    List<Option> times(Words t) {
        boolean now = question().when() instanceof When.Now;
        return List.of(
                new Option("", t.of("finding.filter.anytime"), question().when() instanceof When.Anytime, null),
                new Option("now", t.of("finding.chip.now"), now, found.openNow()));
    }

    /** A few values of a facet, the most frequent first; those that are chosen always. */
    List<Option> options(Words t, Facet facet) {
        var counts = found.counts().getOrDefault(facet, Map.of());
        var options = new ArrayList<Option>();
        question().chosen(facet).forEach(value -> options.add(option(t, facet, value, true, counts)));
        counts.entrySet().stream()
                .filter(entry -> !question().chosen(facet).contains(entry.getKey()))
                .filter(entry -> facet != Facet.FLAG || OFFERED_FLAGS.contains(entry.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_OPTIONS)
                .forEach(entry -> options.add(option(t, facet, entry.getKey(), false, counts)));
        return facet.single() ? single(t, facet, options) : options;
    }

    private Option option(Words t, Facet facet, String value, boolean chosen, Map<String, Integer> counts) {
        return new Option(value, Say.value(t, vocabulary, facet, value), chosen, counts.getOrDefault(value, 0));
    }

    private List<Option> single(Words t, Facet facet, List<Option> options) {
        var all = new ArrayList<Option>();
        all.add(new Option(
                "", t.of("finding.filter.all"), question().chosen(facet).isEmpty(), null));
        options.stream().sorted(java.util.Comparator.comparing(Option::text)).forEach(all::add);
        return all;
    }

    /** Kinds of service: the widest ones, or around the chosen one what is above and below it. */
    List<Option> kinds(Words t) {
        var counts = found.counts().getOrDefault(Facet.TERM, Map.of());
        var options = new ArrayList<Option>();
        options.add(new Option(
                "", t.of("finding.filter.all"), question().chosen(Facet.TERM).isEmpty(), null));
        var chosen = question().chosen(Facet.TERM).stream()
                .findFirst()
                .map(value -> vocabulary.find(Facet.TERM, value))
                .orElse(null);
        if (chosen != null) {
            vocabulary
                    .above(chosen)
                    .reversed()
                    .forEach(above -> options.add(option(t, Facet.TERM, above.value(), false, counts)));
            options.add(option(t, Facet.TERM, chosen.value(), true, counts));
        }
        var next = chosen == null ? vocabulary.tops(Facet.TERM, t.lang()) : vocabulary.below(chosen, t.lang());
        next.stream()
                .filter(concept -> counts.getOrDefault(concept.value(), 0) > 0)
                .limit(MOST_KINDS)
                .forEach(concept -> options.add(option(t, Facet.TERM, concept.value(), false, counts)));
        return options;
    }

    /** "4 results for ύπνος, nearest first". */
    String sentence(Words t) {
        var words = question().words();
        var count = found.total();
        var order = order(t);
        return words.isBlank()
                ? t.of("finding.results.all", count, order)
                : t.of("finding.results.words", count, words, order);
    }

    private String order(Words t) {
        var near = question().near();
        return switch (question().sort()) {
            case NAME -> t.of("finding.order.name");
            case DISTANCE -> near == null ? t.of("finding.order.name") : t.of("finding.order.distance", place(t));
            case BEST ->
                near == null
                        ? question().words().isBlank() ? t.of("finding.order.open") : t.of("finding.order.best")
                        : question().words().isBlank()
                                ? t.of("finding.order.distance", place(t))
                                : t.of("finding.order.best-near", place(t));
        };
    }

    private String place(Words t) {
        var near = question().near();
        return near == null || near.place() == null
                ? t.of("finding.order.you")
                : near.place().name(t.lang());
    }

    String offer(Words t, Offer offer) {
        return switch (offer.widening()) {
            case ANY_TIME -> t.of("finding.offer.any-time", offer.count());
            case ANYWHERE -> t.of("finding.offer.anywhere", offer.count());
            case WITHOUT_CHOICE -> t.of("finding.offer.without", value(t, offer), offer.count());
            case WIDER_KIND -> t.of("finding.offer.wider", value(t, offer), offer.count());
            case FEWER_WORDS -> t.of("finding.offer.fewer", offer.question().words(), offer.count());
            case ONLY_WORDS -> t.of("finding.offer.only-words", offer.question().words(), offer.count());
            case EVERYTHING -> t.of("finding.offer.everything", offer.count());
        };
    }

    private String value(Words t, Offer offer) {
        return offer.facet() == null || offer.value() == null
                ? ""
                : Say.value(t, vocabulary, offer.facet(), offer.value());
    }
}
