package org.opensocialnet.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.SearchText.Word;

class SearchTextTest {

    private static final String[] ONSETS =
            "β γ δ ζ θ κ λ μ ν ξ π ρ σ τ φ χ ψ μπ ντ γκ γγ γχ γξ τζ τσ σσ λλ νν στρ φθ χθ ευθ κτ πν σχ νδ μβ σβ"
                    .split(" ");
    private static final String[] VOWELS = "α ε η ι ο υ ω αι ει οι ου αυ ευ ια ιο οη ωι αε υι".split(" ");
    private static final String[] ENDINGS = "ς ν ρ ξ".split(" ");
    private static final String PLAIN_VOWELS = "αεηιουω";
    private static final String ACCENTED_VOWELS = "άέήίόύώ";

    @Test
    void wordsThatMeanTheSameMeet() throws IOException {
        var apart = new ArrayList<String>();
        for (var pair : pairs("meet.tsv")) {
            if (!SearchText.keys(onlyWord(pair[0])).contains(SearchText.key(onlyWord(pair[1])))) {
                apart.add(pair[0] + SearchText.keys(pair[0]) + " / " + pair[1] + " " + SearchText.key(pair[1]));
            }
        }
        assertThat(apart).isEmpty();
    }

    @Test
    void wordsThatMeanDifferentThingsDoNotMeet() throws IOException {
        var together = new ArrayList<String>();
        for (var pair : pairs("differ.tsv")) {
            if (SearchText.keys(pair[0]).contains(SearchText.key(pair[1]))
                    || SearchText.keys(pair[1]).contains(SearchText.key(pair[0]))) {
                together.add(String.join(" / ", pair));
            }
        }
        assertThat(together).isEmpty();
    }

    @Seeded
    void accentsAndCapitalsChangeNoKey(Random random) {
        var word = word(random);
        var accented = accented(word, random);
        assertThat(SearchText.key(accented)).isEqualTo(SearchText.key(word));
        assertThat(SearchText.key(word.toUpperCase(Locale.ROOT))).isEqualTo(SearchText.key(word));
        assertThat(SearchText.key(Normalizer.normalize(accented, Normalizer.Form.NFD)))
                .isEqualTo(SearchText.key(word));
    }

    @Seeded
    void transcriptionMeetsItsGreekWord(Random random) {
        var word = accented(word(random), random);
        assertThat(SearchText.keys(Elot743.latin(word))).as(Elot743.latin(word)).contains(SearchText.key(word));
    }

    @Seeded
    void aQueryLooksFirstForWhatAnIndexKeeps(Random random) {
        var word = random.nextBoolean()
                ? word(random)
                : Elot743.latin(word(random)).replace("ch", "x");
        assertThat(SearchText.keys(word)).startsWith(SearchText.key(word)).hasSizeLessThanOrEqualTo(24);
    }

    @Seeded
    void anyTextGivesWordsWhereTheyStand(Random random) {
        var text = random.ints(random.nextInt(60), 0, 0x2FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int end = 0;
        for (var word : SearchText.words(text)) {
            assertThat(word.start()).isGreaterThanOrEqualTo(end);
            assertThat(word.end()).isGreaterThan(word.start());
            end = word.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Test
    void theBeginningOfAWordFindsIt() {
        assertThat(beginnings("syssi", "συσσίτιο")).isTrue();
        assertThat(beginnings("f", "φαγητό")).isTrue();
        assertThat(beginnings("eks", "εξάρτηση")).isTrue();
        assertThat(beginnings("ψυχ", "ψυχολόγος")).isTrue();
        assertThat(beginnings("θε", "ψυχολόγος")).isFalse();
    }

    @Test
    void anUnknownScriptIsKeptAsItIs() {
        assertThat(SearchText.key("ПОМОЩЬ")).isEqualTo("помощь");
        assertThat(SearchText.key("مساعدة")).isEqualTo(SearchText.key("مُسَاعَدة"));
    }

    @Test
    void initialsAreOneWordAndSentencesAreNot() {
        assertThat(plain("Ο.ΚΑ.ΝΑ. και Κ.Υ.Α.Δ.Α., τηλ. 210.52. Αγ.Παντελεήμων (women’s shelter)"))
                .containsExactly("οκανα", "και", "κυαδα", "τηλ", "210", "52", "αγ", "παντελεημων", "women", "shelter");
    }

    @Test
    void fillersAreKnown() {
        assertThat(SearchText.words("Βοήθεια για τους άστεγους στο κέντρο της Αθήνας"))
                .filteredOn(Word::filler)
                .extracting(Word::plain)
                .containsExactly("για", "τουσ", "στο", "τησ");
    }

    private static boolean beginnings(String typed, String written) {
        var sound = SearchText.words(written).getFirst().sound();
        return SearchText.beginnings(typed).stream().anyMatch(sound::startsWith);
    }

    private static List<String> plain(String text) {
        return SearchText.words(text).stream().map(Word::plain).toList();
    }

    private static String onlyWord(String text) {
        var words = SearchText.words(text);
        assertThat(words).hasSize(1);
        return words.getFirst().plain();
    }

    private static String word(Random random) {
        var word = new StringBuilder(random.nextBoolean() ? any(VOWELS, random) : "");
        for (int syllable = 1 + random.nextInt(4); syllable > 0; syllable--) {
            word.append(any(ONSETS, random)).append(any(VOWELS, random));
        }
        return word + (random.nextBoolean() ? any(ENDINGS, random) : "");
    }

    private static String any(String[] sounds, Random random) {
        return sounds[random.nextInt(sounds.length)];
    }

    private static String accented(String word, Random random) {
        int at = random.nextInt(word.length());
        int vowel = PLAIN_VOWELS.indexOf(word.charAt(at));
        return vowel < 0 ? word : word.substring(0, at) + ACCENTED_VOWELS.charAt(vowel) + word.substring(at + 1);
    }

    private static List<String[]> pairs(String file) throws IOException {
        try (var in = Objects.requireNonNull(SearchTextTest.class.getResourceAsStream("/kernel/" + file))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
