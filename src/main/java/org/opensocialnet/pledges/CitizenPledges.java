package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.pledges.Contacts.Contact;
import org.opensocialnet.pledges.Pledge.State;
import org.opensocialnet.pledges.Pledges.Said;
import org.opensocialnet.pledges.Pledges.Wanted;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Cover.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What citizens promise on lines that are open to them: it waits until the team has checked it, and counts from then on. */
@Component
@Transactional
class CitizenPledges {

    private final JdbcClient jdbc;
    private final Pledges pledges;
    private final Contacts contacts;
    private final Calls calls;
    private final Trail trail;
    private final Clock clock;

    CitizenPledges(JdbcClient jdbc, Pledges pledges, Contacts contacts, Calls calls, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.pledges = pledges;
        this.contacts = contacts;
        this.calls = calls;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A line that is open to citizens, without words.
     *
     * @param zone the community it goes to; empty for a place whose whereabouts are nobody's business
     */
    record OpenLine(
            UUID id,
            UUID request,
            String kind,
            @Nullable UUID item,
            String what,
            String unit,
            BigDecimal open,
            String zone,
            @Nullable LocalDate neededBy) {}

    private static final String OPEN = """
            select l.id, l.request, l.kind, l.item, l.what, l.unit, l.open,
                   case when coalesce(p.confidential, false) then '' else l.zone end as zone, l.needed_by
            from support.public_open_line l
            left join directory.public_location p on p.id = l.place
            """;

    /** What is needed first standing first. */
    @Transactional(readOnly = true)
    public List<OpenLine> open(int page, int size) {
        return jdbc.sql(OPEN + " order by l.needed_by nulls last, l.id limit :size offset :offset")
                .param("size", size + 1)
                .param("offset", (page - 1) * size)
                .query(Rows.of(OpenLine.class))
                .list();
    }

    @Transactional(readOnly = true)
    public OpenLine line(UUID id) {
        return jdbc.sql(OPEN + " where l.id = :id")
                .param("id", id)
                .query(Rows.of(OpenLine.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("pledges.public.gone"));
    }

    /** A citizen promises; her link, whose secret came with the form, opens it from now on. Sent twice, it is one. */
    boolean take(SecretToken token, OpenLine line, String call, String what, Said said, Contact contact) {
        if (contacts.pledge(token).isPresent()) {
            return false;
        }
        var id = Uuid7.next();
        var form = UUID.nameUUIDFromBytes(token.fingerprint());
        if (!pledges.entered(id, new Wanted(form, line.id(), null, null, call, what, said, null), "waiting")) {
            return false;
        }
        var receiver = calls.line(line.id()).orElseThrow().receiver();
        contacts.keep(id, receiver, contact);
        contacts.link(id, token);
        trail.note(Act.on("pledges.citizen.promised", "pledge", id).of(receiver));
        return true;
    }

    /**
     * The team has looked at it: so much of it counts.
     *
     * @return whether it was this act
     */
    boolean accept(UUID id, BigDecimal quantity) {
        var pledge = pledges.locked(id);
        if (pledge.state() != State.WAITING) {
            return false;
        }
        if (quantity.compareTo(pledge.quantity()) > 0) {
            throw Refusal.conflict("pledges.citizen.more-than-promised");
        }
        pledges.cover(
                id,
                pledge.line(),
                Source.CITIZEN,
                null,
                new Said(quantity, pledge.conditions(), pledge.fromDay(), pledge.untilDay(), false));
        jdbc.sql("""
                update pledges.pledge
                set state = 'promised', quantity = :quantity, version = version + 1, changed_at = :now
                where id = :id
                """)
                .param("id", id)
                .param("quantity", quantity)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        trail.note(Act.on("pledges.citizen.accepted", "pledge", id).of(pledge.receiver()));
        return true;
    }

    /** The team says no, and why. */
    boolean refuse(UUID id, String why) {
        var pledge = pledges.locked(id);
        if (pledge.state() != State.WAITING) {
            return false;
        }
        pledges.become(id, "refused", why);
        trail.note(Act.on("pledges.citizen.refused", "pledge", id).of(pledge.receiver()));
        return true;
    }
}
