package org.opensocialnet.index;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Catalogue.LanguageRow;
import org.opensocialnet.index.Catalogue.PlaceRow;
import org.opensocialnet.index.Catalogue.ServiceRow;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the directory says of one service into the words and filter values of a point. */
final class Describer {

    static final int NAME = 10;
    static final int CONCEPT = 7;
    static final int ABOVE = 3;
    static final int ORGANIZATION = 4;
    static final int SIDE = 2;
    static final int PROSE = 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Locale> SPOKEN = List.of(Locale.of("el"), Locale.ENGLISH);

    private final Vocabulary vocabulary;
    private final Wording wording;
    private final Map<String, Integer> words;
    private final Set<String> facets;

    Describer(Vocabulary vocabulary, Wording wording) {
        this(vocabulary, wording, new HashMap<>(), new TreeSet<>());
    }

    private Describer(Vocabulary vocabulary, Wording wording, Map<String, Integer> words, Set<String> facets) {
        this.vocabulary = vocabulary;
        this.wording = wording;
        this.words = words;
        this.facets = facets;
    }

    /** A copy to go on with for one place of a service. */
    Describer copy() {
        return new Describer(vocabulary, wording, new HashMap<>(words), new TreeSet<>(facets));
    }

    Describer service(ServiceRow row) {
        say(row.name(), NAME);
        say(row.alternateName(), NAME);
        say(row.description(), PROSE);
        say(row.eligibility(), PROSE);
        translated(row.translations(), "name", NAME);
        translated(row.translations(), "alternate_name", NAME);
        translated(row.translations(), "description", PROSE);
        translated(row.translations(), "eligibility_description", PROSE);
        say(row.organizationName(), ORGANIZATION);
        say(row.organizationAlternate(), ORGANIZATION);
        say(row.formerNames(), ORGANIZATION);
        translated(row.organizationTranslations(), "name", ORGANIZATION);
        say(row.programName(), ORGANIZATION);
        translated(row.programTranslations(), "name", ORGANIZATION);
        facets.add(Facet.KIND.token(row.serviceKind()));
        facets.add(Facet.ORGANIZATION.token(row.organization().toString()));
        flag(Flag.FREE, Boolean.TRUE.equals(row.freeOfCharge()));
        flag(Flag.NO_REFERRAL, Boolean.FALSE.equals(row.referralNeeded()));
        flag(Flag.NO_PAPERS, Boolean.FALSE.equals(row.papersNeeded()));
        return this;
    }

    Describer concept(UUID id) {
        var concept = vocabulary.find(id);
        if (concept != null) {
            tag(concept, CONCEPT);
            vocabulary.above(concept).forEach(above -> tag(above, ABOVE));
        }
        return this;
    }

    private void tag(Concept concept, int weight) {
        facets.add(concept.facet().token(concept.value()));
        words.merge(IndexedWord.mark(concept), weight * 2, Math::max);
        say(concept.name(), weight);
        concept.names().values().forEach(name -> say(name, weight));
        concept.synonyms().forEach(synonym -> say(synonym, weight));
    }

    Describer place(PlaceRow row) {
        say(row.name(), ORGANIZATION);
        say(row.area(), SIDE);
        say(row.addresses(), SIDE);
        translated(row.translations(), "name", ORGANIZATION);
        translated(row.translations(), "area", SIDE);
        facets.add(Facet.PLACE.token(row.location().toString()));
        if (row.zone() != null) {
            facets.add(Facet.ZONE.token(row.zone()));
        }
        flag(Flag.WHEELCHAIR, row.wheelchair());
        return this;
    }

    Describer language(LanguageRow row) {
        var code = row.code() == null || row.code().isBlank() ? row.name() : row.code();
        if (code != null && !code.isBlank()) {
            var language = Locale.of(code.toLowerCase(Locale.ROOT));
            facets.add(Facet.LANGUAGE.token(language.getLanguage()));
            SPOKEN.forEach(reader -> say(language.getDisplayLanguage(reader), ABOVE));
            say(row.name(), ABOVE);
        }
        return this;
    }

    Describer area(String name, String translations) {
        say(name, SIDE);
        translated(translations, "name", SIDE);
        return this;
    }

    Describer flag(Flag flag, boolean holds) {
        if (holds) {
            facets.add(Facet.FLAG.token(flag.value()));
            flag.words().forEach(word -> say(word, SIDE));
        }
        return this;
    }

    Map<String, Integer> words() {
        return words;
    }

    Set<String> facets() {
        return facets;
    }

    private void translated(@Nullable String document, String field, int weight) {
        if (document == null || document.length() <= 2) {
            return;
        }
        for (var language : JSON.readTree(document).properties()) {
            say(language.getValue().path(field).asString(""), weight);
        }
    }

    private void say(@Nullable String text, int weight) {
        if (text != null) {
            for (var way : wording.of(text)) {
                words.merge(way, weight, Math::max);
            }
        }
    }
}
