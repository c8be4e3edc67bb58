package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.spelling.Names;
import org.opensocialnet.spelling.WrittenDate;

/**
 * Turns values into encodings under a {@link MatchingKey}: tokens for equality in several senses and a signature for
 * likeness, field by field. Equal records have equal encodings under one key. May be used by many threads.
 */
public final class Encoder {

    private static final int REMEMBERED = 100_000;

    /** What follows is not read. */
    private static final int LONGEST = 1_000;

    private static final int KIN = 6;

    /** What people and programs write where nothing is known. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "-",
            "--",
            "?",
            ".",
            "n/a",
            "#n/a",
            "null",
            "nan",
            "unknown",
            "άγνωστο",
            "άγνωστος",
            "άγνωστη",
            "αγνωστο",
            "αγνωστος",
            "αγνωστη",
            "0000-00-00",
            "00/00/0000",
            "00000000");

    private final Form form;
    private final List<Salt> salts = new ArrayList<>();
    private final List<Map<String, long[]>> memories = new ArrayList<>();

    private final int most;

    public Encoder(Form form, MatchingKey key) {
        this(form, key, REMEMBERED);
    }

    /** @param remembered so many values of a field are kept with their encodings, because names and places come again */
    public Encoder(Form form, MatchingKey key, int remembered) {
        this.form = form;
        this.most = remembered;
        var byPurpose = new HashMap<String, Salt>();
        for (var field : form.fields()) {
            salts.add(byPurpose.computeIfAbsent(field.kind().salt(field.name()), purpose -> new Salt(key, purpose)));
            memories.add(new ConcurrentHashMap<>());
        }
    }

    public Form form() {
        return form;
    }

    /**
     * The encoding of one record.
     *
     * @param values in the order of {@link Form#fields()}; null or blank where nothing is known
     */
    public Encoded encode(List<? extends @Nullable String> values) {
        if (values.size() != form.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + form.size() + " fields");
        }
        var longs = new long[form.width()];
        for (int field = 0; field < form.size(); field++) {
            var value = values.get(field);
            if (value != null && !NOTHING.contains(value.strip().toLowerCase(Locale.ROOT))) {
                var part = encoded(field, value);
                System.arraycopy(part, 0, longs, form.offset(field), part.length);
            }
        }
        return new Encoded(longs);
    }

    private long[] encoded(int field, String value) {
        var text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        var memory = memories.get(field);
        var known = memory.get(text);
        if (known != null) {
            return known;
        }
        var kind = form.kind(field);
        var made = new long[kind.shape().longs()];
        switch (kind.shape()) {
            case NAME -> name(kind, salts.get(field), text, made);
            case DATE -> date(salts.get(field), text, made);
            case TEXT -> text(salts.get(field), text, made);
            case NUMBER -> number(kind, salts.get(field), text, made);
            case WORD -> word(salts.get(field), text, made);
        }
        if (memory.size() < most) {
            memory.put(text, made);
        }
        return made;
    }

    /** Exact; three sounds and the consonants; six words, full names and stems; the signature. */
    private static void name(Kind kind, Salt salt, String value, long[] into) {
        var words = Names.words(value);
        if (words.isEmpty()) {
            return;
        }
        var plain = String.join(" ", words);
        into[0] = salt.token("=" + plain);
        var sounds = wholeSounds(words);
        var sound = sounds.getFirst();
        var bones = Names.skeleton(sound);
        into[1] = two(salt.shortToken("s" + sound), other(salt, sounds, 1, plain));
        into[2] = two(other(salt, sounds, 2, plain), salt.shortToken(bones.length() < 3 ? "-" + plain : "c" + bones));
        var kin = new ArrayList<>(kin(kind, words));
        for (int at = 0; at < KIN; at++) {
            int token = salt.shortToken(at < kin.size() ? kin.get(at) : "." + at + plain);
            into[3 + at / 2] |= (token & 0xFFFFFFFFL) << (at % 2 * 32);
        }
        salt.sign(bigrams(sound), into, 6);
    }

    private static long two(int low, int high) {
        return (long) high << 32 | low & 0xFFFFFFFFL;
    }

    /** Where there is no further reading stands a token that only the same name has: nobody sees how many there are. */
    private static int other(Salt salt, List<String> sounds, int at, String plain) {
        return salt.shortToken(at < sounds.size() ? "s" + sounds.get(at) : "," + at + plain);
    }

    private static List<String> wholeSounds(List<String> words) {
        var whole = new LinkedHashSet<String>();
        for (int reading = 0; reading < 3; reading++) {
            var sounds = new ArrayList<String>();
            for (var word : words) {
                var readings = Names.sounds(word);
                sounds.add(readings.get(Math.min(reading, readings.size() - 1)));
            }
            whole.add(String.join(" ", sounds));
        }
        return List.copyOf(whole);
    }

    private static LinkedHashSet<String> kin(Kind kind, List<String> words) {
        var kin = new LinkedHashSet<String>();
        for (var word : words.size() > 3 ? words.subList(0, 3) : words) {
            kin.add("w" + Names.sound(word));
        }
        for (var word : words) {
            if (kind != Kind.FAMILY_NAME) {
                Names.fullNames(word).forEach(name -> kin.add("n" + name));
            }
            if (kind == Kind.FAMILY_NAME || kind == Kind.FULL_NAME) {
                kin.add("t" + Names.familyStem(word));
            }
        }
        return kin;
    }

    /** Exact; day and month swapped; each digit left out; each two neighbours left out and the year; the year. */
    private static void date(Salt salt, String value, long[] into) {
        var date = WrittenDate.read(value);
        if (date.isEmpty()) {
            into[0] = salt.token("?" + SearchText.plain(value.strip()));
            return;
        }
        var digits = date.get().digits();
        into[0] = salt.token("=" + digits);
        into[10] = two(salt.shortToken("y" + date.get().year()), date.get().isWhole() ? 0 : 1);
        if (!date.get().isWhole()) {
            return;
        }
        into[1] = salt.token(
                "=" + date.get().year() + date.get().day() + date.get().month());
        for (int at = 0; at < 8; at++) {
            int one = salt.shortToken("1" + digits.substring(0, at) + "?" + digits.substring(at + 1));
            int part = salt.shortToken(
                    at < 7
                            ? "2" + digits.substring(0, at) + "??" + digits.substring(at + 2)
                            : "d" + digits.substring(4));
            into[2 + at / 2] |= (one & 0xFFFFFFFFL) << (at % 2 * 32);
            into[6 + at / 2] |= (part & 0xFFFFFFFFL) << (at % 2 * 32);
        }
    }

    /** Exact; sound; the signature. */
    private static void text(Salt salt, String value, long[] into) {
        var words = Names.words(value);
        if (words.isEmpty()) {
            return;
        }
        var sound = String.join(" ", words.stream().map(Names::sound).toList());
        into[0] = salt.token("=" + String.join(" ", words));
        into[1] = salt.token("s" + sound.replace(" ", ""));
        salt.sign(bigrams(sound), into, 2);
    }

    /** Exact; the signature of its signs, in pairs and alone. */
    private static void number(Kind kind, Salt salt, String value, long[] into) {
        var signs = kind == Kind.PHONE ? phone(value) : SearchText.plain(value).replaceAll("[^\\p{L}\\p{N}@]", "");
        if (signs.isEmpty()) {
            return;
        }
        into[0] = salt.token("=" + signs);
        var features = bigrams(signs);
        for (int at = 0; at < signs.length(); at++) {
            features.add(at + signs.substring(at, at + 1));
        }
        salt.sign(features, into, 1);
    }

    private static void word(Salt salt, String value, long[] into) {
        var word = SearchText.plain(value).replaceAll("[^\\p{L}\\p{N}]", "");
        if (!word.isEmpty()) {
            into[0] = salt.token("=" + word);
        }
    }

    /** The digits without the country's: what is left of +30 and 0030. */
    private static String phone(String value) {
        var digits = value.replaceAll("[^0-9]", "").replaceFirst("^00", "");
        return digits.length() > 10 ? digits.substring(digits.length() - 10) : digits;
    }

    private static LinkedHashSet<String> bigrams(String text) {
        var features = new LinkedHashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split(" ")) {
            var padded = "_" + word + "_";
            for (int at = 0; at + 2 <= padded.length(); at++) {
                features.add(padded.substring(at, at + 2));
            }
        }
        return features;
    }
}
