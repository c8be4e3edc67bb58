package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.Pairs;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.Registration;
import org.springframework.beans.factory.annotation.Autowired;

/** Who stands behind entries: each counted once, known to nobody, and gone when she is erased. */
class PeopleInTheBookTest extends SoupKitchen {

    @Autowired
    UniquePeople unique;

    @Autowired
    People people;

    @Autowired
    Pairs pairs;

    @Autowired
    Erasure erasure;

    @Test
    void aPersonCountsOnceAlsoUnderTwoRecordsThatWereJoined() {
        var maria = registered(people, nina.organization(), named("Μαρία", "Ανδρέου"));
        var same = registered(people, nina.organization(), named("Zeynep", "Yilmaz"));
        var nikos = registered(people, nina.organization(), named("Νίκος", "Βλάχος"));
        for (var person : List.of(maria, maria, same, nikos)) {
            nina.write(delivered(person));
        }
        var asked = Asked.between(MONDAY, MONDAY);
        assertThat(inside(asked)).isEqualTo(3);
        assertThat(unique.inTheNetwork(Book.DELIVERY, asked.of(nina.organization()))
                        .people())
                .isEqualTo(3);

        join(maria, same);
        assertThat(inside(asked)).isEqualTo(2);
        part(maria, same);
        assertThat(inside(asked)).isEqualTo(3);
    }

    @Test
    void peopleWithOneCodeAreOneInTheNetwork() {
        var other = new Bookkeeper(ledger, transactions, Uuid7.next());
        var code = "ΝΥΞ" + Long.toString(System.nanoTime(), 36);
        nina.write(delivered(coded(nina, code)));
        other.write(deliveredBy(other, coded(other, code)));
        var both = Asked.between(MONDAY, MONDAY)
                .only(
                        Axis.ORGANIZATION,
                        nina.organization().toString(),
                        other.organization().toString());

        assertThat(unique.inTheNetwork(Book.DELIVERY, both).people()).isEqualTo(1);
    }

    @Test
    void erasedSheIsNobodysAndTheFiguresStay() {
        var maria = registered(people, nina.organization(), named("Μαρία", "Ανδρέου"));
        nina.write(delivered(maria));
        assertThat(nina.in(() -> jdbc.sql("select count(*) from ledger.pseudonym where person = ?")
                        .param(maria.value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);

        nina.in(() -> {
            erasure.erase(maria, "erasure.asked");
            return true;
        });

        assertThat(nina.in(() -> jdbc.sql("select count(*) from ledger.pseudonym where person = ?")
                        .param(maria.value())
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(inside(Asked.between(MONDAY, MONDAY))).isEqualTo(1);
        assertThat(line(Asked.asOf(MONDAY)).delivered().people()).isEqualTo(1);
    }

    private Delivery delivered(PersonId person) {
        return deliveredBy(nina, person);
    }

    private static Delivery deliveredBy(Bookkeeper whose, PersonId person) {
        var plain = whose.delivery(MONDAY, "soup-kitchen", "", "", 1);
        return new Delivery(
                plain.kind(),
                plain.day(),
                plain.about(),
                plain.amount(),
                plain.source(),
                person,
                null,
                null,
                Map.of(),
                null);
    }

    private PersonId coded(Bookkeeper whose, String code) {
        return whose.in(() -> ((Registration.Registered)
                        people.register(new Registration(Uuid7.next(), List.of(), code, Set.of(), MONDAY, Set.of())))
                .id());
    }

    private void join(PersonId one, PersonId other) {
        nina.in(() -> {
            jdbc.sql("""
                    insert into people.pair (one, other, organization, state, found_at)
                    values (:one, :other, :organization, 'open', now())
                    """)
                    .param("one", one.value())
                    .param("other", other.value())
                    .param("organization", nina.organization())
                    .update();
            pairs.join(one.value(), other.value());
            return true;
        });
    }

    private void part(PersonId one, PersonId other) {
        nina.in(() -> {
            pairs.undo(one.value(), other.value());
            return true;
        });
    }

    private long inside(Asked asked) {
        return nina.in(() -> unique.inside(nina.organization(), Book.DELIVERY, asked));
    }
}
