package org.opensocialnet.treasury;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.spelling.Names;

/**
 * Names of suppliers held against each other. Accents, capitals, Greek and Latin letters, small words, the order of the words
 * and the legal form at the end make no other supplier; a slip of the pen or a word more makes one that is alike.
 */
final class SupplierNames {

    /** Legal forms as they stand behind names, in folded letters. */
    private static final Set<String> FORMS = Set.of(
            "αε", "αεε", "αεβε", "αβεε", "αβετε", "αετε", "οε", "εε", "επε", "μεπε", "ικε", "μικε", "κοινσεπ",
            "κοιναεπ", "σια", "ae", "oe", "ee", "epe", "ike", "sa", "ltd", "llc", "co", "inc", "gmbh", "plc");

    private static final int MOST = 120;

    private SupplierNames() {}

    /** The sounds of the words that make the name, in the order of letters; two spellings of one name have the same. */
    static List<String> key(String name) {
        var words = new ArrayList<String>();
        var letters = new StringBuilder();
        for (var word : SearchText.words(name.length() > MOST ? name.substring(0, MOST) : name)) {
            if (word.plain().length() == 1) {
                letters.append(word.plain()); // "Α.Ε." are two words of one letter
                continue;
            }
            add(words, letters);
            if (!word.filler() && !FORMS.contains(word.plain())) {
                words.add(Names.sound(word.plain()));
            }
        }
        add(words, letters);
        if (words.isEmpty()) {
            words.add(SearchText.plain(name).strip());
        }
        return words.stream().sorted().toList();
    }

    private static void add(List<String> words, StringBuilder letters) {
        if (!letters.isEmpty() && !FORMS.contains(letters.toString())) {
            words.add(letters.toString());
        }
        letters.setLength(0);
    }

    /** Whether two may be one: all words of the shorter stand in the longer, but for a letter in each. */
    static boolean alike(List<String> one, List<String> other) {
        var shorter = one.size() <= other.size() ? one : other;
        var longer = new HashSet<>(one.size() <= other.size() ? other : one);
        return !shorter.isEmpty()
                && shorter.stream().anyMatch(word -> word.length() > 2)
                && shorter.stream()
                        .allMatch(word -> longer.contains(word)
                                || word.length() > 3 && longer.stream().anyMatch(there -> differsByOne(word, there)));
    }

    /** One letter more, less or other. */
    static boolean differsByOne(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        if (longest - Math.min(one.length(), other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(one.length(), other.length()) - same
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return longest - same - tail <= 1;
    }
}
