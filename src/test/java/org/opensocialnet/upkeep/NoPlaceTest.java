package org.opensocialnet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.Bookkeeper;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.LedgerFigures;
import org.opensocialnet.ledger.OwnEntries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody came and there was no place: one tap, and one tap back. */
class NoPlaceTest extends UpkeepWorld {

    @Autowired
    LedgerFigures figures;

    @Autowired
    Ledger ledger;

    @Autowired
    OwnEntries entries;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @Test
    void oneTapWritesANeedThatWasNotMetAndOneTakesItBack() {
        var path = "/desk/capacity/" + id("service_capacity", "cap") + "/no-place";
        assertThat(maria.post(path, Map.of()).statusCode())
                .as("nobody knows yet what kind of help it is")
                .isEqualTo(409);
        isASoupKitchen();

        assertThat(maria.post(path, Map.of()).statusCode()).isEqualTo(302);

        var undo = undo(page(maria.get("/desk/capacity")));
        assertThat(open()).isEqualTo(1);
        assertThat(eleni.post(undo, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(undo, Map.of()).statusCode()).isEqualTo(302);
        assertThat(open()).isZero();
        assertThat(maria.post(undo, Map.of()).statusCode()).as("twice").isEqualTo(409);
        assertThat(page(team.get("/desk/capacity"))).doesNotContain("no-place");
    }

    @Test
    void onlyWhatWasTappedHereIsTakenBackHere() {
        isASoupKitchen();
        var keeper = new Bookkeeper(ledger, transactions, kitchen);
        var asked = keeper.write(keeper.need(LocalDate.now(clock), "soup-kitchen", "", "", 4));

        var undo = "/desk/capacity/%s/no-place/undo?need=%s&day=%s"
                .formatted(id("service_capacity", "cap"), asked.id(), asked.day());

        assertThat(maria.post(undo, Map.of()).statusCode()).isEqualTo(404);
        assertThat(keeper.in(() -> entries.find(kitchen, asked)))
                .hasValueSatisfying(entry -> assertThat(entry.reversed()).isFalse());
    }

    private void isASoupKitchen() {
        jdbc.sql("""
                insert into directory.attribute (id, link_id, taxonomy_term_id, link_entity, record_source)
                select gen_random_uuid(), :service, t.id, 'service', 'own'
                from directory.public_taxonomy_term t join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = 'osn-service' and t.code = 'soup-kitchen'
                """).param("service", meals).update();
    }

    private long open() {
        return Bookkeeper.team()
                .call(() -> figures.lines(
                        Asked.asOf(LocalDate.now(clock), Axis.SERVICE_TYPE, Axis.REASON, Axis.SOURCE, Axis.ZONE)
                                .of(kitchen)))
                .stream()
                .filter(line -> "soup-kitchen full no-place"
                        .equals(line.serviceType() + " " + line.reason() + " " + line.source()))
                .mapToLong(line -> line.open().people())
                .sum();
    }
}
