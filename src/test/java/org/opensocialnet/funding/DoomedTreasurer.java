package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.opensocialnet.Doomed;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.funding.FundingActs.Wish;
import org.opensocialnet.kernel.Money;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Three of the coordination team move the money of one envelope without end and say what was done. */
final class DoomedTreasurer {

    private static final Money CENT = Money.ofCents(1);

    private DoomedTreasurer() {}

    public static void main(String[] arguments) {
        Doomed.orDie();
        var program = Doomed.program(arguments[0]);
        var today = LocalDate.now(program.getBean(Clock.class));
        var envelope = Treasurer.of(program).opens(Treasurer.terms(today), "5000");
        var line = CalledFor.so(
                program.getBean(JdbcClient.class),
                program.getBean(TransactionOperations.class),
                UUID.randomUUID(),
                "goods",
                1_000_000);
        // What hears of requests is made before money moves: it asks for a secret of its own while it is made.
        program.getBean("asks");
        Doomed.say(envelope.value().toString());
        for (int who = 0; who < 3; who++) {
            Thread.ofPlatform().start(() -> moves(program, envelope, line, today));
        }
    }

    private static void moves(ApplicationContext program, EnvelopeId envelope, UUID line, LocalDate today) {
        var budget = program.getBean(Budget.class);
        var acts = program.getBean(FundingActs.class);
        var eleni = Treasurer.of(program);
        while (true) {
            var key = UUID.randomUUID();
            var earmark = said(
                    "reserve." + key,
                    () -> eleni.in(() ->
                            budget.reserve(envelope, CENT.plus(CENT), Treasurer.purpose("food"), "reserve." + key)));
            said("commit." + key, () -> eleni.in(() -> budget.commit(earmark, CENT, "commit." + key)));
            said("spend." + key, () -> eleni.in(() -> budget.spend(earmark, CENT, today, "spend." + key)));
            said(
                    "fund." + key,
                    () -> eleni.in(() -> acts.reserve(new Wish(line, envelope, BigDecimal.ONE, CENT, "fund." + key))));
        }
    }

    private static <T> T said(String key, Supplier<T> act) {
        var done = act.get();
        Doomed.say(key);
        return done;
    }
}
