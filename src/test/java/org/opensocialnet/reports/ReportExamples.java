package org.opensocialnet.reports;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A report about a service of each organisation the access matrix asks for. */
@Component
@Profile("matrix")
class ReportExamples implements RouteExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<RouteExamples> others;

    ReportExamples(JdbcClient jdbc, TransactionOperations transactions, @Lazy List<RouteExamples> others) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.others = others;
    }

    @Override
    public String kind() {
        return "report";
    }

    @Override
    public String of(UUID organization, UUID member) {
        var service = others.stream()
                .filter(example -> example.kind().equals("service"))
                .findFirst()
                .orElseThrow()
                .of(organization, member);
        var id = UUID.randomUUID();
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into reports.report (id, service_id, keeper, kind, message, language, says_provider, reported_at)
                        values (:id, cast(:service as uuid), :keeper, 'phone', :marker, 'el', true, now())
                        """)
                        .param("id", id)
                        .param("service", service)
                        .param("keeper", organization)
                        .param("marker", RouteExamples.marker(organization))
                        .update()));
        return id.toString();
    }
}
