package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.EntryId.Book;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrects the book: an entry is taken back by one that says the same with the opposite sign, on the same page. */
@Component
class Reversing {

    private static final String NEED = """
            kind, service_type, target_group, zone, organization, service, unit, source, reason, pseudonym, attributes, batch""";
    private static final String DELIVERY = """
            kind, service_type, target_group, zone, organization, service, unit, source, envelope, pseudonym, attributes,
            batch""";
    private static final String FOLLOW_UP = """
            need, need_day, state, delivery, delivery_day, service_type, target_group, zone, organization, unit, source,
            reason""";

    private final JdbcClient jdbc;
    private final Following following;

    Reversing(JdbcClient jdbc, Following following) {
        this.jdbc = jdbc;
        this.following = following;
    }

    private static String columns(Book book) {
        return switch (book) {
            case NEED -> NEED;
            case DELIVERY -> DELIVERY;
            case FOLLOW_UP -> FOLLOW_UP;
        };
    }

    EntryId reverse(EntryId entry, String why) {
        if (entry.book() == Book.NEED) {
            following.lock(entry.id());
            followUps("need", entry.id()).forEach(one -> take(one, why));
        }
        if (entry.book() == Book.DELIVERY) {
            followUps("delivery", entry.id()).forEach(one -> take(one, why));
        }
        return take(entry, why);
    }

    private EntryId take(EntryId entry, String why) {
        var columns = columns(entry.book());
        var id = Uuid7.next();
        int taken = jdbc.sql("""
                        insert into ledger.%s (id, day, people, quantity, reverses, reversed_why, %s)
                        select :id, day, -people, -quantity, id, :why, %s
                        from ledger.%s
                        where id = :entry and day = :day and reverses is null
                        on conflict do nothing
                        """.formatted(
                        entry.book().code(), columns, columns, entry.book().code()))
                .param("id", id)
                .param("why", why)
                .param("entry", entry.id())
                .param("day", entry.day())
                .update();
        if (taken == 0) {
            throw Refusal.conflict("ledger.fault.reversed-already");
        }
        return new EntryId(entry.book(), id, entry.day());
    }

    EntryId again(EntryId entry) {
        var columns = columns(entry.book());
        var id = Uuid7.next();
        int written = jdbc.sql("""
                        insert into ledger.%s (id, day, people, quantity, %s)
                        select :id, day, people, quantity, %s
                        from ledger.%s e
                        where id = :entry and day = :day and reverses is null
                          and exists (select from ledger.%s r where r.reverses = e.id and r.day = e.day)
                        """.formatted(
                                entry.book().code(),
                                columns,
                                columns,
                                entry.book().code(),
                                entry.book().code()))
                .param("id", id)
                .param("entry", entry.id())
                .param("day", entry.day())
                .update();
        if (written == 0) {
            throw Refusal.notFound("ledger.unknown");
        }
        return new EntryId(entry.book(), id, entry.day());
    }

    int reverseBatch(UUID batch, String why) {
        int taken = 0;
        for (var book : List.of(Book.NEED, Book.DELIVERY)) {
            followUpsOf(book, batch).forEach(one -> take(one, why));
            taken += jdbc.sql("""
                            insert into ledger.%s (id, day, people, quantity, reverses, reversed_why, %s)
                            select uuidv7(), day, -people, -quantity, id, :why, %s
                            from ledger.%s
                            where batch = :batch and reverses is null
                            on conflict do nothing
                            """.formatted(book.code(), columns(book), columns(book), book.code()))
                    .param("why", why)
                    .param("batch", batch)
                    .update();
        }
        return taken;
    }

    /** Those that hold. */
    private List<EntryId> followUps(String of, UUID id) {
        return jdbc.sql("""
                select f.id, f.day from ledger.follow_up f
                where f.%s = :id and f.reverses is null
                  and not exists (select from ledger.follow_up r where r.reverses = f.id and r.day = f.day)
                order by f.id
                """.formatted(of))
                .param("id", id)
                .query((row, _) -> new EntryId(
                        Book.FOLLOW_UP, row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)))
                .list();
    }

    private List<EntryId> followUpsOf(Book book, UUID batch) {
        return jdbc.sql("""
                select distinct f.id, f.day from ledger.%s e
                join ledger.follow_up f on f.%s = e.id
                where e.batch = :batch and e.reverses is null and f.reverses is null
                  and not exists (select from ledger.follow_up r where r.reverses = f.id and r.day = f.day)
                """.formatted(book.code(), book.code()))
                .param("batch", batch)
                .query((row, _) -> new EntryId(
                        Book.FOLLOW_UP, row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)))
                .list();
    }
}
