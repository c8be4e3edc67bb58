package org.opensocialnet.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.database.Rows;
import org.opensocialnet.disclosure.Axis;
import org.opensocialnet.disclosure.Count;
import org.opensocialnet.disclosure.Disclosure;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.disclosure.Publications;
import org.opensocialnet.disclosure.Request;
import org.opensocialnet.disclosure.Rule;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.disclosure.Table;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people a call reached, as everybody may be told it. What was told before is told to the gate again, so that
 * nobody learns from two visits of a page that three came in between.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeopleTold {

    private static final String TABLE = "reached";
    private static final String ALL = "all";
    private static final int MOST = 200;

    private static final Disclosure GATE = new Disclosure(Rule.usual());

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleTold(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One count that was told, or was to be. */
    record Telling(LocalDate day, int people) {}

    Shown of(UUID call, int people) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:call, 0))::text")
                .param("call", "account " + call)
                .query((_, _) -> true)
                .list();
        var before = before(call);
        if (before.isEmpty() || before.getLast().people() != people) {
            jdbc.sql("insert into account.telling (id, call, day, people) values (:id, :call, :day, :people)")
                    .param("id", Uuid7.next())
                    .param("call", call)
                    .param("day", LocalDate.now(clock))
                    .param("people", people)
                    .update();
            before = before(call);
        }
        return told(before);
    }

    private List<Telling> before(UUID call) {
        return jdbc.sql("select day, people from account.telling where call = :call order by id desc limit :most")
                .param("call", call)
                .param("most", MOST)
                .query(Rows.of(Telling.class))
                .list()
                .reversed();
    }

    /** The last of several tellings, protected with all before it. */
    static Shown told(List<Telling> tellings) {
        var publications = Publications.EMPTY;
        Shown last = new Shown.Unknown();
        for (var telling : tellings) {
            var table = Table.of(
                    TABLE,
                    List.of(Axis.flat("people", ALL, List.of("helped"))),
                    Map.of(List.of("helped"), Count.of(telling.people())));
            var told = GATE.protect(
                    new Request("call, persons", Period.moment(LocalDate.EPOCH), telling.day(), List.of(table)),
                    publications);
            publications = publications.plus(told.publication());
            last = told.sheet(TABLE).at(ALL);
        }
        return last;
    }

    /** How many of something that may be people. */
    static Shown few(int count) {
        return count > 0 && count < Rule.usual().threshold()
                ? new Shown.FewerThan(Rule.usual().threshold())
                : new Shown.Value(count);
    }
}
