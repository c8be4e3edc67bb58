package org.opensocialnet.funding;

import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A request that others are called to cover, with one line that has its id, for tests of this room and its pages. */
public final class CalledFor {

    private CalledFor() {}

    /** @param kind goods, of the catalogue's first kind, or money */
    public static UUID so(
            JdbcClient jdbc, TransactionOperations transactions, UUID receiver, String kind, int quantity) {
        var id = UUID.randomUUID();
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("""
                            insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                            values (:id, :id, 'organization', :receiver, 'Για το κρύο', '{"is": "Open"}', now(), now())
                            """).param("id", id).param("receiver", receiver).update();
                    jdbc.sql("""
                            insert into support.line (id, request, kind, item, what, quantity, unit, people, service_type,
                                                      target_group, zone)
                            values (:id, :id, :kind,
                                    (select i.id from goods.item i where :kind = 'goods' and i.unit = 'item' order by i.name limit 1),
                                    'Κουβέρτα', :quantity, :unit, 30, 'night-shelter', '', '')
                            """)
                            .param("id", id)
                            .param("kind", kind)
                            .param("quantity", quantity)
                            .param("unit", kind.equals("money") ? "euro" : "item")
                            .update();
                }));
        return id;
    }
}
