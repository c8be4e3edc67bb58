package org.opensocialnet.letters;

import java.util.Map;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.web.Language;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox in which letters of every state lie, for tests of the pages. */
public final class SomeLetters {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    public SomeLetters(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.outbox = context.getBean(Outbox.class);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public void none() {
        asProgram("delete from messaging.letter");
    }

    public UUID waiting(String to) {
        return transaction.execute(_ ->
                outbox.leave(new Letter("messaging.test", to, Language.GREEK, null, null, Map.of("machine", "odos"))));
    }

    /** Refused by a mail server. */
    public UUID dead(String to) {
        var id = waiting(to);
        asProgram("""
                update messaging.letter
                set state = 'dead', reason = 'refused', answer = '550 5.1.1 …: no such mailbox here', ended_at = now()
                where id = '%s'
                """.formatted(id));
        asProgram("insert into messaging.step (id, letter, at, what) values (uuidv7(), '%s', now(), 'tried')"
                .formatted(id));
        asProgram("""
                insert into messaging.step (id, letter, at, what, answer)
                values (uuidv7(), '%s', now(), 'refused', '550 5.1.1 …: no such mailbox here')
                """.formatted(id));
        return id;
    }

    public UUID sent(String to) {
        var id = waiting(to);
        asProgram("update messaging.letter set state = 'sent', sealed = null, ended_at = now() where id = '%s'"
                .formatted(id));
        return id;
    }

    public UUID withheld(String to) {
        var id = waiting(to);
        asProgram("""
                update messaging.letter
                set state = 'withheld', reason = 'too-often', sealed = null, ended_at = now() where id = '%s'
                """.formatted(id));
        return id;
    }

    public String state(UUID id) throws Exception {
        return Sight.job("test")
                .call(() -> transaction.execute(_ -> jdbc.sql("select state from messaging.letter where id = ?")
                        .param(id)
                        .query(String.class)
                        .single()));
    }

    private void asProgram(String sql) {
        Sight.job("test")
                .run(() -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }
}
