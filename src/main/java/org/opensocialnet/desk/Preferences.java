package org.opensocialnet.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** How each member wants the desk. Remembered for a moment, for every page asks. */
@Component
class Preferences {

    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionOperations transactions;
    private final Members members;
    private final Briefly<UUID, Boolean> keys;
    private final Briefly<UUID, Optional<Language>> languages;

    Preferences(JdbcClient jdbc, Clock clock, TransactionOperations transactions, Members members) {
        this.members = members;
        this.languages = new Briefly<>(clock, MOMENT);
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = transactions;
        this.keys = new Briefly<>(clock, MOMENT);
    }

    /** Whether single keys are shortcuts for this member; they are, until the member says no. */
    boolean keys(UUID member) {
        return keys.get(member, this::kept);
    }

    /** In which language this member wants the desk. */
    Optional<Language> language(UUID member) {
        return languages.get(member, id -> members.find(id).map(Member::language));
    }

    @Transactional
    public void save(UUID member, Language language, boolean withKeys) {
        members.speak(member, language);
        jdbc.sql("""
                insert into desk.preference (member, keys, changed_at)
                values (:member, :keys, :now)
                on conflict (member) do update set keys = excluded.keys, changed_at = excluded.changed_at
                """)
                .param("member", member)
                .param("keys", withKeys)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        keys.forget(member::equals);
        languages.forget(member::equals);
    }

    private boolean kept(UUID member) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> jdbc.sql("select keys from desk.preference where member = :member")
                        .param("member", member)
                        .query(Boolean.class)
                        .optional()
                        .orElse(true)));
    }
}
