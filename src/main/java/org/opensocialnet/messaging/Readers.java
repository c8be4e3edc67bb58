package org.opensocialnet.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers decided about letters: which, how often, in which language. Known by their addresses' hashes alone. */
@Component
class Readers {

    private static final LocalTime DIGEST = LocalTime.of(8, 0);

    private final JdbcClient jdbc;
    private final Stamp stamp;
    private final Words.Dictionary dictionary;
    private final Clock clock;

    Readers(JdbcClient jdbc, Stamp stamp, Words.Dictionary dictionary, Clock clock) {
        this.jdbc = jdbc;
        this.stamp = stamp;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** How somebody wants letters of a family. */
    enum How {
        AT_ONCE,
        DAILY,
        NEVER;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<How> of(String code) {
            for (var how : values()) {
                if (how.code().equals(code)) {
                    return Optional.of(how);
                }
            }
            return Optional.empty();
        }
    }

    /** How a letter reaches a reader; the language only where the reader chose one. */
    record Wish(How how, @Nullable Language language) {}

    /** All a reader decided; families that are not in it come at once. */
    record Preferences(@Nullable Language language, Map<String, How> families) {

        Preferences {
            families = Map.copyOf(families);
        }

        How how(LetterFamily family) {
            return families.getOrDefault(family.code(), How.AT_ONCE);
        }
    }

    @Transactional(readOnly = true)
    public Wish wish(String reader, @Nullable LetterFamily family) {
        var all = preferences(reader);
        return new Wish(family == null ? How.AT_ONCE : all.how(family), all.language());
    }

    @Transactional(readOnly = true)
    public Preferences preferences(String reader) {
        var language = jdbc.sql("select language from messaging.reader where reader = ?")
                .param(reader)
                .query(String.class)
                .optional()
                .flatMap(Language::of);
        var families = jdbc.sql("select family, how from messaging.choice where reader = ?")
                .param(reader)
                .query((row, _) -> Map.entry(
                        row.getString("family"), How.of(row.getString("how")).orElseThrow()))
                .list();
        return new Preferences(
                language.orElse(null),
                families.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Transactional
    public void choose(String reader, LetterFamily family, How how) {
        jdbc.sql("""
                insert into messaging.choice (reader, family, how, changed_at) values (:reader, :family, :how, :now)
                on conflict (reader, family) do update set how = excluded.how, changed_at = excluded.changed_at
                """)
                .param("reader", reader)
                .param("family", family.code())
                .param("how", how.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void speak(String reader, Language language) {
        jdbc.sql("""
                insert into messaging.reader (reader, language, changed_at) values (:reader, :language, :now)
                on conflict (reader) do update set language = excluded.language, changed_at = excluded.changed_at
                """)
                .param("reader", reader)
                .param("language", language.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The next eight o'clock in the morning. */
    Instant nextDigest(Instant now) {
        var today = ZonedDateTime.ofInstant(now, clock.getZone()).with(DIGEST);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** Where a reader decides about letters, without an account. */
    String page(String reader, Language language) {
        return dictionary.in(language).address("/letters/" + ticket(reader));
    }

    /** Where one family is stopped, by a reader or, by RFC 8058, by the reader's mail program. */
    String stopAddress(String reader, LetterFamily family, Language language) {
        return dictionary.in(language).address("/letters/" + ticket(reader) + "/" + family.code());
    }

    String ticket(String reader) {
        return reader + "." + stamp.sign(reader);
    }

    /** Whose ticket it is; nobody's where it was made up. */
    Optional<String> reader(String ticket) {
        var point = ticket.indexOf('.');
        return point > 0 && stamp.isSigned(ticket.substring(0, point), ticket.substring(point + 1))
                ? Optional.of(ticket.substring(0, point))
                : Optional.empty();
    }
}
