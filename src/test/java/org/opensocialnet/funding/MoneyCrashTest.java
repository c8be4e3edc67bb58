package org.opensocialnet.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.Doomed;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Treasurer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The program dies without a word while three move money: what it said was done, is; nothing is half done. */
class MoneyCrashTest {

    private static final int ENOUGH = 250;

    @Test
    void nothingThatWasSaidToBeDoneIsLostAndTheBooksBalance() throws Exception {
        var data = Doomed.data("money");
        var said = Doomed.killedAfter(ENOUGH, DoomedTreasurer.class, data);
        var envelope = new EnvelopeId(UUID.fromString(said.getFirst()));

        try (var program = Doomed.program(data.toString())) {
            var eleni = Treasurer.of(program);
            var budget = program.getBean(Budget.class);
            for (var key : said.subList(1, said.size())) {
                assertThat(eleni.in(() -> budget.outcome(key))).as(key).isPresent();
            }
            var stands = eleni.balances(envelope);
            var sums = eleni.in(() -> program.getBean(Statement.class).sums(envelope));
            assertThat(sums.posted()).isEqualTo(stands);
            assertThat(sums.held()).isEqualTo(sums.earmarked());
            assertThat(counted(program, eleni, """
                    select count(*) from budget.act a
                    where a.state = 'done' and not exists (select from budget.posting p where p.act = a.id)
                    """)).as("acts without postings").isZero();
            assertThat(counted(program, eleni, """
                    select count(*) from budget.earmark m full join support.cover c on c.reference = m.id
                    where (m.room = 'funding') is distinct from (c.id is not null)
                       or m.room = 'funding' and not exists (select from funding.part p where p.earmark = m.id)
                    """))
                    .as("money without cover, or cover without money")
                    .isZero();
            assertThat(counted(program, eleni, """
                    select count(*) from support.line l
                    where l.covered <> (select coalesce(sum(c.quantity), 0) from support.cover c where c.line = l.id)
                    """))
                    .as("lines that count otherwise than their covers")
                    .isZero();
        }
    }

    private static int counted(ApplicationContext program, Treasurer eleni, String sql) {
        return eleni.in(() -> program.getBean(TransactionOperations.class)
                .execute(_ -> program.getBean(JdbcClient.class)
                        .sql(sql)
                        .query(Integer.class)
                        .single()));
    }
}
