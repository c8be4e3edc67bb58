package org.opensocialnet.doubles;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.kernel.SearchText;

/**
 * What is compared of one record, in a form in which the same meets the same: names by how their words sound, in Greek or
 * Latin letters, phones by their last digits, pages without their "www".
 *
 * @param source where it came from: one source doubles its own records less easily
 * @param words of each of its names, the keys of the words that do not only fill
 */
record Likeness(
        UUID id,
        String source,
        Set<Set<String>> words,
        Set<String> identifiers,
        Set<String> phones,
        Set<String> emails,
        Set<String> pages,
        Set<String> addresses,
        List<GeoPoint> points) {

    private static final int DIGITS = 10;
    private static final int FEWEST_DIGITS = 7;

    static Set<String> words(@Nullable String name) {
        return name == null
                ? Set.of()
                : SearchText.words(name).stream()
                        .filter(word -> !word.filler())
                        .map(SearchText.Word::key)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last digits, so that +30 210… and 210… are one; none where there are too few to say anything. */
    static @Nullable String phone(@Nullable String number) {
        var digits = number == null ? "" : number.replaceAll("\\D", "");
        return digits.length() < FEWEST_DIGITS ? null : digits.substring(Math.max(0, digits.length() - DIGITS));
    }

    static @Nullable String page(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        return address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/#?]+$", "");
    }

    static @Nullable String email(@Nullable String address) {
        return address == null || address.isBlank() ? null : address.strip().toLowerCase(Locale.ROOT);
    }

    /** The words and numbers of street and place, in any order. */
    static @Nullable String address(@Nullable String street, @Nullable String city) {
        var words = new TreeSet<>(words(street));
        words.addAll(words(city));
        boolean numbered = street != null && street.matches(".*\\d.*");
        return numbered && words.size() > 1 ? String.join(" ", words) : null;
    }
}
