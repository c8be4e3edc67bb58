package org.opensocialnet.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the auditor asks of the trail, under the purpose "audit"; under any other nothing is found. Each look is noted
 * before anything is read. Called outside of transactions.
 */
@Component
public class TrailSearch {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final TransactionTemplate transaction;

    /**
     * What is looked for; what is missing narrows nothing.
     *
     * @param act how the act's code begins, such as "people."
     * @param from the first moment
     * @param until the moment after the last
     */
    public record Filter(
            @Nullable UUID member,
            @Nullable UUID organization,
            @Nullable String act,
            @Nullable UUID subject,
            @Nullable UUID whose,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Everything. */
        public static Filter all() {
            return new Filter(null, null, null, null, null, null, null);
        }
    }

    /** The place after a line, where the next page begins. */
    public record Place(Instant at, UUID id) {}

    /** A page of lines, the newest first; next: where the one after begins, if there is one. */
    public record Page(List<TrailLine> lines, @Nullable Place next) {}

    TrailSearch(JdbcClient jdbc, Trail trail, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One page. */
    public Page page(Filter filter, @Nullable Place after, int size) {
        return transaction.execute(_ -> {
            trail.note(read("audit.trail.read", filter));
            return lines(filter, after, Math.min(size, AT_ONCE));
        });
    }

    /** All lines, the newest first, fetched page by page while they are consumed under the same sight. */
    public Stream<TrailLine> export(Filter filter) {
        var first = transaction.execute(_ -> {
            trail.note(read("audit.trail.exported", filter));
            return lines(filter, null, AT_ONCE);
        });
        return Stream.iterate(
                        first,
                        page -> !page.lines().isEmpty(),
                        page -> page.next() == null
                                ? new Page(List.of(), null)
                                : transaction.execute(_ -> lines(filter, page.next(), AT_ONCE)))
                .flatMap(page -> page.lines().stream());
    }

    /** Whom somebody looked for is worth knowing too. */
    private static Act read(String what, Filter filter) {
        return new Act(what, "trail", filter.subject(), filter.whose(), null);
    }

    private Page lines(Filter filter, @Nullable Place after, int size) {
        var lines = jdbc.sql("select " + TrailLine.COLUMNS + """
                from audit.act a
                where (cast(:member as uuid) is null or a.member = :member)
                  and (cast(:organization as uuid) is null or a.organization = :organization)
                  and (cast(:act as text) is null or starts_with(a.what, :act))
                  and (cast(:subject as uuid) is null or a.subject = :subject)
                  and (cast(:whose as uuid) is null or a.whose = :whose)
                  and (cast(:from as timestamptz) is null or a.at >= :from)
                  and (cast(:until as timestamptz) is null or a.at < :until)
                  and (cast(:at as timestamptz) is null or (a.at, a.id) < (:at, :id))
                  and (select audit.may_read())
                order by a.at desc, a.id desc
                limit :size
                """)
                .param("member", filter.member())
                .param("organization", filter.organization())
                .param("act", filter.act())
                .param("subject", filter.subject())
                .param("whose", filter.whose())
                .param("from", utc(filter.from()))
                .param("until", utc(filter.until()))
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("size", size + 1)
                .query((row, _) -> TrailLine.of(row))
                .list();
        if (lines.size() <= size) {
            return new Page(lines, null);
        }
        var shown = lines.subList(0, size);
        return new Page(
                List.copyOf(shown),
                new Place(shown.getLast().at(), shown.getLast().id()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
