package org.opensocialnet.deliveries;

import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries for the access matrix: planned ones of an organisation, and what is on its way to one. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class DeliveryExamples {

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    DeliveryExamples(ApplicationContext context, JdbcClient jdbc) {
        this.context = context;
        this.jdbc = jdbc;
    }

    private record Example(String kind, Function<UUID, String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization);
        }
    }

    private UUID handover(UUID giver, UUID receiver, UUID marked, String state) {
        var world = new DeliveryWorld(context);
        var called = world.called(receiver, "x");
        var cover = world.pledged(called.line(), giver, "10");
        var delivery = Uuid7.next();
        var handover = Uuid7.next();
        world.program(() -> {
            jdbc.sql("""
                    insert into deliveries.delivery (id, form, request, title, organization, planned, brings, made_at)
                    values (:id, :id, :request, :title, :giver, current_date, 'giver', now())
                    """)
                    .param("id", delivery)
                    .param("request", called.request())
                    .param("title", RouteExamples.marker(marked))
                    .param("giver", giver)
                    .update();
            jdbc.sql("""
                    insert into deliveries.handover (id, delivery, request, organization, receiver, state)
                    values (:id, :delivery, :request, :giver, :receiver, 'planned')
                    """)
                    .param("id", handover)
                    .param("delivery", delivery)
                    .param("request", called.request())
                    .param("giver", giver)
                    .param("receiver", receiver)
                    .update();
            jdbc.sql("""
                    insert into deliveries.part (id, handover, cover, line, what, kind, unit, quantity)
                    values (uuidv7(), :handover, :cover, :line, 'x', 'goods', 'item', 10)
                    """)
                    .param("handover", handover)
                    .param("cover", cover)
                    .param("line", called.line())
                    .update();
            if (state.equals("underway")) {
                context.getBean(HandoverActs.class).go(handover);
            }
            return true;
        });
        return state.equals("delivery") ? delivery : handover;
    }

    @Bean
    RouteExamples deliveryExample() {
        return new Example(
                "delivery",
                giver -> handover(giver, Uuid7.next(), giver, "delivery").toString());
    }

    @Bean
    RouteExamples handoverExample() {
        return new Example(
                "handover",
                giver -> handover(giver, Uuid7.next(), giver, "planned").toString());
    }

    @Bean
    RouteExamples receiptExample() {
        return new Example(
                "receipt",
                receiver ->
                        handover(Uuid7.next(), receiver, receiver, "underway").toString());
    }
}
