package org.opensocialnet.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** All kinds of service and target groups there are words for, with what stands above and below what. */
public final class Vocabulary {

    private static final int DEEPEST = 12;

    private final Map<UUID, Concept> byId = new HashMap<>();
    private final Map<String, Concept> byValue = new HashMap<>();
    private final Map<UUID, List<Concept>> below = new HashMap<>();
    private final List<Concept> tops = new ArrayList<>();
    private final Map<Tops, List<Concept>> topsInOrder = new ConcurrentHashMap<>();

    /** Which tops, in the order of which language; another directory's keywords may be thousands. */
    private record Tops(Facet facet, String language) {}

    public Vocabulary(List<Concept> terms) {
        for (var term : terms) {
            byId.put(term.id(), term);
            byValue.put(term.facet().token(term.value()), term);
        }
        for (var term : terms) {
            if (term.parent() != null && byId.containsKey(term.parent())) {
                below.computeIfAbsent(term.parent(), _ -> new ArrayList<>()).add(term);
            } else {
                tops.add(term);
            }
        }
    }

    public @Nullable Concept find(Facet facet, String value) {
        return byValue.get(facet.token(value));
    }

    public @Nullable Concept find(UUID id) {
        return byId.get(id);
    }

    public @Nullable Concept parent(Concept term) {
        return term.parent() == null ? null : byId.get(term.parent());
    }

    /** Terms directly below one, in the order of their names in a language. */
    public List<Concept> below(Concept term, String language) {
        return sorted(below.getOrDefault(term.id(), List.of()), language);
    }

    /** Terms with nothing above them, in the order of their names in a language. */
    public List<Concept> tops(Facet facet, String language) {
        return topsInOrder.computeIfAbsent(
                new Tops(facet, language),
                _ -> sorted(tops.stream().filter(term -> term.facet() == facet).toList(), language));
    }

    /** What stands above a term, nearest first. */
    public List<Concept> above(Concept term) {
        var found = new ArrayList<Concept>();
        var next = parent(term);
        while (next != null && found.size() < DEEPEST) {
            found.add(next);
            next = parent(next);
        }
        return found;
    }

    public List<Concept> concepts() {
        return List.copyOf(byId.values());
    }

    /** The same for two that say the same, also in another run of the program. */
    String fingerprint() {
        var sum = new CRC32C();
        byId.values().stream()
                .map(term -> term.id() + "|" + term.facet() + "|" + term.value() + "|" + term.own() + "|" + term.name()
                        + "|" + new TreeMap<>(term.names()) + "|" + term.synonyms() + "|" + term.parent())
                .sorted()
                .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private static List<Concept> sorted(List<Concept> terms, String language) {
        return terms.stream()
                .sorted(Comparator.comparing(term -> term.name(language)))
                .toList();
    }
}
