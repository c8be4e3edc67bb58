package org.opensocialnet.pledges;

import java.time.Clock;
import java.time.ZoneOffset;
import org.opensocialnet.support.RequestMoved;
import org.opensocialnet.support.State;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a call is over, what of its pledges is not on its way is over too, in the same transaction: its stock is free again. */
@Component
class EndedCalls {

    private final JdbcClient jdbc;
    private final PledgeBook book;
    private final PledgeLetters letters;
    private final Clock clock;

    EndedCalls(JdbcClient jdbc, PledgeBook book, PledgeLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.letters = letters;
        this.clock = clock;
    }

    @EventListener
    void on(RequestMoved moved) {
        boolean ends = moved.after() instanceof State.Closed || moved.after() instanceof State.Withdrawn;
        boolean over = ends || moved.after() instanceof State.Confirmed;
        if (over && !moved.after().code().equals(moved.before().code())) {
            var standing = book.of(moved.request()).stream()
                    .filter(pledge -> pledge.ofCitizen() && (pledge.waits() || pledge.stands()))
                    .toList();
            jdbc.sql("select pledges.over(:request, :ends, :now)")
                    .param("request", moved.request())
                    .param("ends", ends)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query((_, _) -> "")
                    .list();
            standing.stream()
                    .flatMap(pledge -> book.find(pledge.id()).stream())
                    .filter(pledge -> pledge.state() == Pledge.State.ENDED)
                    .forEach(letters::toCitizen); // whoever is not waited for any more need not come
        }
    }
}
