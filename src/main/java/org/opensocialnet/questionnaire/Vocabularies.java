package org.opensocialnet.questionnaire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.database.Rows;
import org.opensocialnet.forms.Bilingual;
import org.opensocialnet.forms.Option;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.places.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The directory's own words for kinds of service and groups, the communities, and which of them a text seems to speak of. */
@Component
class Vocabularies {

    static final String KINDS = "kinds";
    static final String GROUPS = "groups";
    static final String COMMUNITIES = "communities";

    private static final Map<String, String> OF_LIST = Map.of(KINDS, "osn-service", GROUPS, "osn-target-group");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Places places;

    Vocabularies(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** A word of a vocabulary, with all it is called. */
    record Term(UUID id, String code, String name, String translations, String synonyms) {

        Bilingual label() {
            var english = JSON.readTree(translations).path("en").path("name").asString("");
            return new Bilingual(name, english);
        }

        /** Its names and what else people say for it, in all languages. */
        List<String> names() {
            var names = new ArrayList<String>(List.of(name));
            JSON.readTree(translations).properties().forEach(language -> {
                var text = language.getValue().path("name").asString("");
                if (!text.isBlank()) {
                    names.add(text);
                }
            });
            JSON.readTree(synonyms)
                    .properties()
                    .forEach(language -> language.getValue().forEach(word -> names.add(word.asString(""))));
            return names;
        }
    }

    /** A word that a text seems to speak of, and which of its words say so. */
    record Suggestion(String code, Bilingual label, String word) {}

    @Transactional(readOnly = true)
    public List<Term> terms(String list) {
        return jdbc.sql("""
                        select t.id, t.code, t.name, t.translations::text as translations, t.synonyms::text as synonyms
                        from directory.public_taxonomy_term t
                        join directory.public_taxonomy x on x.id = t.taxonomy_id
                        where x.code = :vocabulary and t.code is not null and t.gone_at is null
                        order by t.name, t.id
                        limit 1000
                        """)
                .param("vocabulary", OF_LIST.getOrDefault(list, ""))
                .query(Rows.of(Term.class))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Option> options(String list) {
        if (list.equals(COMMUNITIES)) {
            return places.communities().stream()
                    .map(place -> new Option(place.code(), new Bilingual(place.greek(), place.english())))
                    .toList();
        }
        return terms(list).stream()
                .map(term -> new Option(term.code(), term.label()))
                .toList();
    }

    /**
     * The words of a vocabulary that a text seems to speak of, the likeliest first. A name is met where each of its words
     * sounds like one of the text's; longer names say more than short ones.
     */
    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(String list, String text) {
        var said = new HashSet<String>();
        SearchText.words(text).stream().filter(word -> !word.filler()).forEach(word -> said.addAll(keys(word.plain())));
        record Met(Term term, String name, int words) {}
        return terms(list).stream()
                .flatMap(term -> best(term.names(), said).map(name -> new Met(term, name, count(name))).stream())
                .sorted(Comparator.comparingInt(Met::words)
                        .reversed()
                        .thenComparing(met -> met.term().code()))
                .limit(MOST)
                .map(met -> new Suggestion(met.term().code(), met.term().label(), met.name()))
                .toList();
    }

    private static Optional<String> best(List<String> names, Set<String> said) {
        return names.stream()
                .filter(name -> count(name) > 0)
                .filter(name -> SearchText.words(name).stream()
                        .filter(word -> !word.filler())
                        .allMatch(word -> keys(word.plain()).stream().anyMatch(said::contains)))
                .max(Comparator.comparingInt(Vocabularies::count));
    }

    private static int count(String name) {
        return (int)
                SearchText.words(name).stream().filter(word -> !word.filler()).count();
    }

    private static List<String> keys(String word) {
        return SearchText.keys(word);
    }
}
