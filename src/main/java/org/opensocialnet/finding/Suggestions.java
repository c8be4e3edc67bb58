package org.opensocialnet.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.index.Watch;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.search.Near;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader may mean by the letters typed so far: kinds of service and groups there are services for, places, and
 * organisations, by any of their names in any of the scripts a search takes.
 */
@Component
class Suggestions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 8;
    private static final int LONGEST = 80;
    private static final int MOST_ORGANIZATIONS = 30_000;

    /** What can be suggested: one name of one thing, its words by their sound. */
    private record Name(Object thing, int rank, List<String> sounds) {

        /** How far the beginnings are from the first words of the name; less is better, negative is not at all. */
        int distance(List<List<String>> typed) {
            int last = -1;
            for (var beginnings : typed) {
                int at = last + 1;
                while (at < sounds.size() && beginnings.stream().noneMatch(sounds.get(at)::startsWith)) {
                    at++;
                }
                if (at == sounds.size()) {
                    return -1;
                }
                last = at;
            }
            return last + 1 - typed.size();
        }
    }

    record Organization(UUID id, String name, @Nullable String alternateName, String translations) {}

    /** One suggestion: what it is called, what it is, and the page to go to. */
    record Suggestion(String text, String kind, String href) {}

    private record Known(long version, Vocabulary vocabulary, List<Name> names) {}

    private record Match(Name name, int distance) {}

    private final Search search;
    private final Places places;
    private final Watch watch;
    private final JdbcClient jdbc;
    private volatile @Nullable Known known;

    Suggestions(Search search, Places places, Watch watch, JdbcClient jdbc) {
        this.search = search;
        this.places = places;
        this.watch = watch;
        this.jdbc = jdbc;
    }

    /** What is meant, in the reader's language. */
    List<Suggestion> of(Words t, String typed) {
        return of(typed.substring(0, Math.min(LONGEST, typed.length()))).stream()
                .map(thing -> suggestion(t, thing))
                .toList();
    }

    /** At most a handful: a {@link Concept}, a {@link Place} or an {@link Organization} each, the likeliest first. */
    List<Object> of(String typed) {
        var beginnings = SearchText.runs(typed).stream()
                .map(SearchText::beginnings)
                .filter(some -> !some.isEmpty())
                .toList();
        if (beginnings.isEmpty() || typed.strip().length() < 2) {
            return List.of();
        }
        var seen = new HashSet<>();
        var counts = counts();
        return names().stream()
                .map(name -> new Match(name, name.distance(beginnings)))
                .filter(match -> match.distance() >= 0)
                .sorted(Comparator.comparingInt(Match::distance)
                        .thenComparingInt(match -> match.name().rank())
                        .thenComparingInt(match -> match.name().sounds().size()))
                .map(match -> match.name().thing())
                .filter(thing -> !(thing instanceof Concept concept) || offered(concept, counts))
                .filter(seen::add)
                .limit(MOST)
                .toList();
    }

    private Map<Facet, Map<String, Integer>> counts() {
        return search.preparing().isPresent()
                ? Map.of()
                : search.find(Question.EVERYTHING.onPage(1, 1)).counts();
    }

    private static boolean offered(Concept concept, Map<Facet, Map<String, Integer>> counts) {
        return counts.getOrDefault(concept.facet(), Map.of()).containsKey(concept.value());
    }

    private List<Name> names() {
        long version = watch.version();
        var vocabulary = search.vocabulary();
        var current = known;
        if (current == null || current.version() != version || current.vocabulary() != vocabulary) {
            current = new Known(version, vocabulary, collect(vocabulary));
            known = current;
        }
        return current.names();
    }

    private List<Name> collect(Vocabulary vocabulary) {
        var names = new ArrayList<Name>();
        for (var concept : vocabulary.concepts()) {
            add(names, concept, 0, Stream.concat(Stream.of(concept.name()), concept.names().values().stream()));
            add(names, concept, 3, concept.synonyms().stream());
        }
        places.all().forEach(place -> add(names, place, 1, Stream.of(place.greek(), place.english())));
        organizations()
                .forEach(one -> add(
                        names,
                        one,
                        2,
                        Stream.concat(
                                Stream.of(one.name()),
                                Stream.concat(
                                        Stream.ofNullable(one.alternateName()), translated(one.translations())))));
        return names;
    }

    private static void add(List<Name> names, Object thing, int rank, Stream<String> texts) {
        texts.map(text -> SearchText.words(text).stream()
                        .map(SearchText.Word::sound)
                        .toList())
                .filter(sounds -> !sounds.isEmpty())
                .distinct()
                .forEach(sounds -> names.add(new Name(thing, rank, sounds)));
    }

    private List<Organization> organizations() {
        return jdbc.sql("""
                select id, name, alternate_name, translations
                from directory.public_organization
                where gone_at is null
                order by name, id
                limit :most
                """)
                .param("most", MOST_ORGANIZATIONS)
                .query(Rows.of(Organization.class))
                .list();
    }

    private static Stream<String> translated(String document) {
        return JSON.readTree(document).properties().stream()
                .map(language -> language.getValue().path("name").asString(""))
                .filter(name -> !name.isBlank());
    }

    private static Suggestion suggestion(Words t, Object thing) {
        return switch (thing) {
            case Concept concept ->
                new Suggestion(
                        concept.name(t.lang()),
                        concept.facet() == Facet.GROUP ? t.of("finding.suggest.group") : t.of("finding.suggest.term"),
                        find(t, Question.EVERYTHING.with(concept.facet(), concept.value())));
            case Place place ->
                new Suggestion(
                        place.name(t.lang()),
                        t.of("finding.suggest.place"),
                        find(t, Question.EVERYTHING.withNear(Near.of(place))));
            case Organization one ->
                new Suggestion(
                        t.text(one.name(), one.translations(), "name").text(),
                        t.of("finding.suggest.organization"),
                        t.link("/organization/" + one.id()));
            default -> throw new IllegalStateException(thing.getClass().getName());
        };
    }

    private static String find(Words t, Question question) {
        return t.link(Asked.address(FindPage.PATH, question));
    }
}
