package org.opensocialnet.access;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions lie in PostgreSQL, so that every node knows them, behind policies that open for their own purpose only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class SessionConfig {

    static final String COOKIE = "__Host-session";

    @Bean
    JdbcIndexedSessionRepository sessionTable(JdbcOperations jdbc, PlatformTransactionManager manager) {
        var sessions = new JdbcIndexedSessionRepository(jdbc, new InSessionsSight(manager));
        sessions.setTableName("access.session");
        // two tabs of one browser may leave the same word in a session at once
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.setSessionIdGenerator(SessionConfig::number);
        sessions.setConversionService(serialization());
        sessions.setCleanupCron("0 */10 * * * *");
        return sessions;
    }

    @Bean
    @Primary
    SparingSessions<?> sessionRepository(JdbcIndexedSessionRepository table) {
        return new SparingSessions<>(table);
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    /** 256 bits that nobody can guess. */
    private static String number() {
        var bytes = new byte[32];
        Random.SOURCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static final class Random {
        static final SecureRandom SOURCE = new SecureRandom();
    }

    /** What a session holds is texts, numbers and yes or no; whatever else lies there is never made an object of. */
    static GenericConversionService serialization() {
        var filter = ObjectInputFilter.Config.createFilter("maxdepth=2;maxrefs=10;maxbytes=20000;maxarray=0;"
                + "java.lang.String;java.lang.Boolean;java.lang.Long;java.lang.Number;!*");
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new DeserializingConverter(bytes -> {
            try (var reader = new ObjectInputStream(bytes)) {
                reader.setObjectInputFilter(filter);
                return reader.readObject();
            } catch (ClassNotFoundException e) {
                throw new IOException("a session holds what this program does not know", e);
            }
        }));
        return conversion;
    }

    /** A transaction of its own under the purpose "session", whoever's request it serves. */
    private static final class InSessionsSight implements TransactionOperations {

        private final TransactionTemplate transactions;

        InSessionsSight(PlatformTransactionManager manager) {
            this.transactions = new TransactionTemplate(manager);
            this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
            return Sight.job("session").call(() -> transactions.execute(work));
        }
    }
}
