package org.opensocialnet.successions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Members.Listed;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers the members of an organisation that merged or divided to its heir. Nobody moves by itself: an administrator says
 * who works for the heir too, with the roles they have; what they are in the former organisation stays until it is ended.
 */
@Component
@Transactional
class Heirs {

    static final String LETTER = "successions.member";

    private static final int MOST_OFFERS = 50;
    private static final int MOST_MEMBERS = 500;

    private static final String EVENT = """
            select s.id, s.event, s.predecessor_id as former, f.name as former_name, f.translations as former_translations,
                   s.successor_id as heir, h.name as heir_name, h.translations as heir_translations, s.happened_on
            from directory.public_organization_succession s
            join directory.public_organization f on f.id = s.predecessor_id
            join directory.public_organization h on h.id = s.successor_id
            where s.event in ('merged-into', 'split-from') and s.predecessor_id <> s.successor_id
              and not exists (select from successions.decided d where d.event = s.id)
            """;

    /** What happened, as the directory tells it. */
    record Happened(
            UUID id,
            String event,
            UUID former,
            String formerName,
            String formerTranslations,
            UUID heir,
            String heirName,
            String heirTranslations,
            LocalDate happenedOn) {}

    /** Members who may be needed there, and are not there yet. */
    record Offer(Happened happened, List<Listed> members) {}

    private final Members members;
    private final Outbox outbox;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Heirs(Members members, Outbox outbox, Trail trail, JdbcClient jdbc, Clock clock) {
        this.members = members;
        this.outbox = outbox;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What waits, the newest first; the sight of whoever asks must reach all members. */
    @Transactional(readOnly = true)
    public List<Offer> offers() {
        return jdbc
                .sql(EVENT + "order by s.happened_on desc, s.id limit :most")
                .param("most", MOST_OFFERS)
                .query(Rows.of(Happened.class))
                .list()
                .stream()
                .map(happened -> new Offer(happened, missing(happened)))
                .filter(offer -> !offer.members().isEmpty())
                .toList();
    }

    /** Those of the former organisation who hold something there that they do not hold at the heir. */
    private List<Listed> missing(Happened happened) {
        var there = members.list(happened.heir(), "", null, MOST_MEMBERS).stream()
                .collect(Collectors.toMap(Listed::member, Listed::roles));
        return members.list(happened.former(), "", null, MOST_MEMBERS).stream()
                .filter(each -> each.state() != State.DISABLED)
                .filter(each -> !there.getOrDefault(each.member(), Set.of()).containsAll(each.roles()))
                .toList();
    }

    /** The chosen ones work for the heir too from now on; of those left out nobody asks again. */
    public int takeOver(SignedIn me, UUID event, Collection<UUID> chosen) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:event, 47))::text")
                .param("event", event.toString())
                .query(String.class)
                .single();
        var happened = jdbc.sql(EVENT + "and s.id = :id")
                .param("id", event)
                .query(Rows.of(Happened.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("successions.unknown"));
        var taken = missing(happened).stream()
                .filter(each -> chosen.contains(each.member()))
                .toList();
        taken.forEach(each -> give(happened, each));
        jdbc.sql("""
                        insert into successions.decided (event, member, decided_at, taken_over)
                        values (:event, :member, :now, :taken)
                        """)
                .param("event", event)
                .param("member", me.member())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("taken", taken.size())
                .update();
        return taken.size();
    }

    private void give(Happened happened, Listed each) {
        var roles = EnumSet.copyOf(each.roles());
        members.memberships(each.member()).stream()
                .filter(held -> Objects.equals(held.organization(), happened.heir()))
                .map(Membership::roles)
                .forEach(roles::addAll);
        members.give(each.member(), happened.heir(), roles);
        trail.note(Act.on("members.roles.changed", "member", each.member()).of(happened.heir()));
        members.find(each.member())
                .filter(member -> !member.invented())
                .ifPresent(member -> outbox.leave(new Letter(
                        LETTER,
                        member.email(),
                        member.language(),
                        null,
                        happened.id(),
                        Map.of(
                                "name", member.name(),
                                "former", happened.formerName(),
                                "heir", happened.heirName(),
                                "link", "/desk"))));
    }

    /** How many organisations' members wait for a decision. */
    @Transactional(readOnly = true)
    public int waiting() {
        return offers().size();
    }
}
