package org.opensocialnet.doubles;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.Subject.Kind;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The search for doubles in the directory, opened for measuring. */
public record DoublesWork(ApplicationContext program) {

    /** Reads what is compared of all records and does nothing with it; says how many there are. */
    public int read() {
        var likenesses = program.getBean(Likenesses.class);
        return Sight.job("bench").call(() -> {
            int read = 0;
            for (var kind : Kind.values()) {
                @Nullable UUID last = null;
                for (var some = likenesses.after(kind, last); !some.isEmpty(); some = likenesses.after(kind, last)) {
                    read += some.size();
                    last = some.stream()
                            .map(Likeness::id)
                            .max(java.util.Comparator.comparing(UUID::toString))
                            .orElseThrow();
                }
            }
            return read;
        });
    }

    /** The whole search, as the desk's button begins it. */
    public void search() {
        Sight.job("bench").run(() -> program.getBean(Searching.class).carryOut(Searching.SUBJECT, Progress.unseen()));
    }

    public int pairs() {
        var jdbc = program.getBean(JdbcClient.class);
        return Sight.job("bench").call(() -> program.getBean(TransactionOperations.class)
                .execute(_ -> jdbc.sql("select count(*) from doubles.pair")
                        .query(Integer.class)
                        .single()));
    }
}
