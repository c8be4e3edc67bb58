package org.opensocialnet.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords, as Argon2id leaves them. Read and changed in the sight "sign-in" only. */
@Component
class Passwords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    /** 19 MiB, two passes: what OWASP advises for one thread. */
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, PASSES);

    /** Each costs memory: strangers must not make us take all of it at once. */
    private final Semaphore places = new Semaphore(4, true);

    /** No password's hash: bytes by chance that take as long to compare with, and no time to make at the start. */
    private final String nobodys =
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(KIBIBYTES, PASSES, some(SALT), some(HASH));

    private final JdbcClient jdbc;
    private final Clock clock;

    Passwords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static String some(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }

    /** The hash to compare with; for who has none, and for who does not exist, one that takes as long. */
    @Transactional
    String hash(@Nullable UUID member) {
        return jdbc.sql("select hash from signin.password where member = :member")
                .param("member", member)
                .query(String.class)
                .optional()
                .orElse(nobodys);
    }

    /** Outside of a transaction: it takes its time. */
    boolean matches(String typed, String hash) {
        places.acquireUninterruptibly();
        try {
            return argon.matches(typed, hash) && !hash.equals(nobodys);
        } finally {
            places.release();
        }
    }

    String encode(String typed) {
        places.acquireUninterruptibly();
        try {
            return argon.encode(typed);
        } finally {
            places.release();
        }
    }

    @Transactional
    void set(UUID member, String hash) {
        jdbc.sql("""
                insert into signin.password (member, hash, changed_at) values (:member, :hash, :now)
                on conflict (member) do update set hash = :hash, changed_at = :now
                """)
                .param("member", member)
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(Collection<UUID> members) {
        jdbc.sql("delete from signin.password where member = any (:members)")
                .param("members", members.toArray(UUID[]::new))
                .update();
    }
}
