package org.opensocialnet.people;

import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.matching.Agreement;
import org.opensocialnet.people.FreeText.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A night shelter and a day centre know people, each its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class TwoOrganizations {

    @Autowired
    People people;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    Pairs pairs;

    @Autowired
    Sharing sharing;

    @Autowired
    Erasure erasure;

    @Autowired
    Facts facts;

    @Autowired
    Encodings encodings;

    @Autowired
    FreeText freeText;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    UUID shelter;
    UUID dayCentre;

    @BeforeEach
    void twoOrganizations() {
        shelter = Uuid7.next();
        dayCentre = Uuid7.next();
    }

    List<PersonId> found(UUID organization, String typed) {
        return seenBy(worker(organization), () -> people.find(typed)).stream()
                .map(Person::id)
                .toList();
    }

    List<Pairs.Pair> open(UUID organization) {
        return seenBy(worker(organization), () -> pairs.open(organization, 50));
    }

    static Agreement agreement(Pairs.Pair pair, FactKind kind) {
        return pair.evidence().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .agreement();
    }

    Set<Trace> traces(String text) {
        return seenBy(worker(shelter), () -> freeText.traces(text));
    }

    void as(UUID organization, Runnable work) {
        worker(organization).run(work);
    }

    void inOne(Runnable work) {
        transactions.executeWithoutResult(_ -> work.run());
    }

    <T> T asSystem(Callable<T> work) {
        return seenBy(
                Sight.job("test"),
                () -> transactions.execute(_ -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    List<String> acts(PersonId id) {
        return asSystem(() -> jdbc.sql("select concat_ws('/', what, why) from audit.act where subject = ?")
                .param(id.value())
                .query(String.class)
                .list());
    }

    UUID remembered(PersonId id) {
        return asSystem(() -> jdbc.sql("select organization from people.person where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    void broughtBack(PersonId id, UUID organization) {
        asSystem(
                () -> jdbc.sql("insert into people.person (id, organization, self, created_at) values (?, ?, ?, now())")
                        .params(id.value(), organization, id.value())
                        .update());
    }

    /** The tables of this room in which her number still stands. */
    List<String> rowsNaming(PersonId id) {
        return asSystem(() -> List.of(
                        "person",
                        "fact",
                        "token",
                        "encoding",
                        "code",
                        "belonging",
                        "household_member",
                        "registration",
                        "share",
                        "erased")
                .stream()
                .filter(table -> jdbc.sql("select exists (select from people.%s where %s = ?)"
                                .formatted(table, table.equals("person") ? "id" : "person"))
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .toList());
    }
}
