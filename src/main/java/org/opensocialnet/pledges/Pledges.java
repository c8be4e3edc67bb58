package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Cover.Source;
import org.opensocialnet.support.Covering;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Promises are made, changed and taken back together with what they cover and the stock they come from: all of it, or nothing. */
@Component
@Transactional
public class Pledges {

    private final JdbcClient jdbc;
    private final PledgeBook book;
    private final Covering covering;
    private final Calls calls;
    private final Stock stock;
    private final Trail trail;
    private final Clock clock;

    Pledges(JdbcClient jdbc, PledgeBook book, Covering covering, Calls calls, Stock stock, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.covering = covering;
        this.calls = calls;
        this.stock = stock;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody promises.
     *
     * @param form with which it was sent: sent twice, it is one promise
     * @param call what the request is called, and {@code what} the line
     */
    public record Wanted(
            UUID form,
            UUID line,
            @Nullable UUID organization,
            @Nullable UUID member,
            String call,
            String what,
            Said said,
            @Nullable UUID stock) {}

    /** What may be said of a promise, and said otherwise later. */
    public record Said(
            BigDecimal quantity,
            String conditions,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean named) {}

    /** The same as if it were then: for a city that is invented, and has a past. */
    public Pledges at(Clock then) {
        return new Pledges(jdbc, book, covering.at(then), calls, stock, trail, then);
    }

    /** What was invented goes with its city. */
    public void removeInvented() {
        jdbc.sql("delete from pledges.pledge where invented").update();
        jdbc.sql("delete from pledges.stock where invented").update();
    }

    /** An organisation promises, and that much of the line is covered. */
    public UUID promise(Wanted wanted) {
        var organization = Objects.requireNonNull(wanted.organization());
        var id = Uuid7.next();
        if (!entered(id, wanted, "promised")) {
            return book.madeWith(wanted.form()).orElseThrow(Pledges::unknown);
        }
        cover(id, wanted.line(), Source.PLEDGE, organization, wanted.said());
        if (wanted.stock() != null) {
            stock.promise(wanted.stock(), wanted.said().quantity(), pledge(id).unit());
        }
        trail.note(Act.on("pledges.pledge.made", "pledge", id).of(organization));
        return id;
    }

    /** Whether a form was sent before. */
    @Transactional(readOnly = true)
    public boolean isKnown(UUID form) {
        return book.madeWith(form).isPresent();
    }

    /** False where the form was sent before; of two at once the second waits for the first. */
    boolean entered(UUID id, Wanted wanted, String state) {
        var line = calls.line(wanted.line()).orElseThrow(() -> Refusal.notFound("pledges.call.unknown"));
        if (line.receiver() != null && line.receiver().equals(wanted.organization())) {
            throw Refusal.conflict("pledges.own-call");
        }
        var said = wanted.said();
        return jdbc.sql("""
                insert into pledges.pledge (id, form, request, line, organization, member, receiver, call, item, what,
                                            quantity, unit, kind, conditions, from_day, until_day, named, stock, state,
                                            made_at, changed_at)
                values (:id, :form, :request, :line, :organization, :member, :receiver, :call, :item, :what, :quantity, :unit,
                        :kind, :conditions, :from, :until, :named, :stock, :state, :now, :now)
                on conflict (form) do nothing
                """)
                        .param("id", id)
                        .param("form", wanted.form())
                        .param("request", line.request())
                        .param("line", line.id())
                        .param("organization", wanted.organization(), Types.OTHER)
                        .param("member", wanted.member(), Types.OTHER)
                        .param("receiver", line.receiver(), Types.OTHER)
                        .param("call", wanted.call())
                        .param("item", line.item(), Types.OTHER)
                        .param("what", wanted.what())
                        .param("quantity", said.quantity())
                        .param("unit", line.unit().code())
                        .param("kind", line.kind())
                        .param("conditions", said.conditions())
                        .param("from", said.from(), Types.DATE)
                        .param("until", said.until(), Types.DATE)
                        .param("named", said.named())
                        .param("stock", wanted.stock(), Types.OTHER)
                        .param("state", state)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Its part of the line is covered from now on. */
    void cover(UUID id, UUID line, Source source, @Nullable UUID organization, Said said) {
        var cover = covering.cover(line, source, id, organization, null, said.named(), said.quantity());
        jdbc.sql("update pledges.pledge set cover = :cover where id = :id")
                .param("cover", cover)
                .param("id", id)
                .update();
    }

    /** Said otherwise, before it goes: less opens the line again, more covers what is still open. */
    public void change(UUID id, int version, Said said) {
        var pledge = locked(id);
        if (pledge.version() != version) {
            throw Refusal.conflict("pledges.changed-meanwhile");
        }
        if (!pledge.isOpen()) {
            throw Refusal.conflict("pledges.not-open");
        }
        var more = said.quantity().subtract(pledge.quantity());
        if (said.quantity().compareTo(pledge.going()) < 0) {
            throw Refusal.conflict("pledges.already-going");
        }
        if (more.signum() > 0) {
            covering.coverMore(pledge.part(), more);
        } else if (more.signum() < 0) {
            covering.uncover(pledge.part(), more.negate(), "");
        }
        if (pledge.stock() != null) {
            stock.promise(pledge.stock(), more, pledge.unit());
        }
        covering.name(pledge.part(), said.named());
        jdbc.sql("""
                update pledges.pledge
                set quantity = :quantity, conditions = :conditions, from_day = :from, until_day = :until, named = :named,
                    version = version + 1, changed_at = :now
                where id = :id
                """)
                .param("id", id)
                .param("quantity", said.quantity())
                .param("conditions", said.conditions())
                .param("from", said.from(), Types.DATE)
                .param("until", said.until(), Types.DATE)
                .param("named", said.named())
                .param("now", now())
                .update();
        trail.note(Act.on("pledges.pledge.changed", "pledge", id).of(pledge.organization()));
    }

    /**
     * Taken back with a reason, and the line is open again for so much; twice is once.
     *
     * @return whether it was this act that took it back
     */
    public boolean withdraw(UUID id, String why) {
        var pledge = locked(id);
        if (pledge.state() != Pledge.State.PROMISED && pledge.state() != Pledge.State.WAITING) {
            return false;
        }
        if (pledge.going().signum() > 0) {
            throw Refusal.conflict("pledges.already-going");
        }
        if (pledge.stands()) {
            covering.uncover(pledge.part(), pledge.quantity(), why);
        }
        if (pledge.stock() != null) {
            stock.promise(pledge.stock(), pledge.quantity().negate(), pledge.unit());
        }
        become(id, "withdrawn", why);
        trail.note(Act.on("pledges.pledge.withdrawn", "pledge", id).of(pledge.organization()));
        return true;
    }

    /** It becomes what nothing more will come of. */
    void become(UUID id, String state, String why) {
        jdbc.sql("""
                update pledges.pledge
                set state = :state, why = :why, version = version + 1, changed_at = :now, over_at = :now
                where id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("why", why)
                .param("now", now())
                .update();
    }

    /** Whoever receives, or the team, says thanks. */
    public boolean thank(UUID id, String words) {
        int thanked = jdbc.sql(
                        "update pledges.pledge set thanks = :words, thanked_at = :now, changed_at = :now where id = :id and thanks = ''")
                .param("id", id)
                .param("words", words)
                .param("now", now())
                .update();
        if (thanked == 1) {
            trail.note(Act.on("pledges.pledge.thanked", "pledge", id));
        }
        return thanked == 1;
    }

    /** Nobody else changes it until this transaction ends; the request is locked first, as by everybody who covers. */
    Pledge locked(UUID id) {
        covering.hold(pledge(id).request());
        jdbc.sql("select id from pledges.pledge where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return pledge(id);
    }

    private Pledge pledge(UUID id) {
        return book.find(id).orElseThrow(Pledges::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("pledges.unknown");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
