package org.opensocialnet.people;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes people make themselves, and the numbers of cards: kept as keyed hashes alone. A code of one's own may be
 * another's too, so it offers people and never decides; a card's number is chance and belongs to one.
 */
@Component
class Codes {

    private static final String LATIN = "ABEHIKMNOPTXYZ";
    private static final String GREEK = "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ";
    private static final String SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Codes(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Capitals without accents, letters that look alike in both alphabets as Greek ones, digits; nothing else counts. */
    static String normalised(String code) {
        var capitals = Normalizer.normalize(code, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
        var same = new StringBuilder(capitals.length());
        for (char letter : capitals.toCharArray()) {
            int at = LATIN.indexOf(letter);
            same.append(at < 0 ? letter : GREEK.charAt(at));
        }
        return same.toString();
    }

    /** Whether it has letters and digits enough to be a code. */
    static boolean isCode(String typed) {
        var code = normalised(typed);
        return code.length() >= 4 && code.length() <= 40 && !typed.strip().contains("\n");
    }

    void own(PersonId person, UUID organization, String code) {
        keep(person, organization, "own", code);
    }

    /** A new card: its number is shown now and never again. */
    String card(PersonId person, UUID organization) {
        var number = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            number.append(i > 0 && i % 4 == 0 ? "-" : "").append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        jdbc.sql("update people.code set ended_at = :now where person = :person and kind = 'card' and ended_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
        keep(person, organization, "card", number.toString());
        return number.toString();
    }

    /** What to look for when somebody typed this. */
    List<String> hashes(String typed) {
        return isCode(typed) ? vault.codes(normalised(typed)) : List.of();
    }

    /** Whose card this is, seen with the program's own eyes: for the page where people look at what is held of them. */
    Optional<PersonId> holder(String number) {
        return jdbc.sql("""
                select person from people.code
                where hash = any (:hashes::text[]) and kind = 'card' and ended_at is null
                """)
                .param("hashes", hashes(number).toArray(String[]::new))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    private void keep(PersonId person, UUID organization, String kind, String code) {
        jdbc.sql("""
                insert into people.code (id, person, organization, kind, hash, created_at)
                values (:id, :person, :organization, :kind, :hash, :now)
                """)
                .param("id", Uuid7.next())
                .param("person", person.value())
                .param("organization", organization)
                .param("kind", kind)
                .param("hash", vault.code(normalised(code)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
