package org.opensocialnet.desk;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

/** A desk with rooms that bring cards, figures and finds, and that break when told to. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-rooms")
abstract class DeskWorld {

    @Autowired
    ApplicationContext context;

    @Autowired
    Opened opened;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    AtTheDesk desk;

    @BeforeEach
    void arrive() {
        desk = AtTheDesk.of(context);
    }

    @AfterEach
    void mend() {
        DeskRooms.BREAKS.set(false);
        DeskRooms.DAWDLES.set(false);
    }

    void belongsAlso(UUID member, UUID organization) {
        Sight.job("sign-in").run(() -> context.getBean(Members.class).give(member, organization, Set.of(Role.EDITOR)));
    }

    UUID membership(UUID member, UUID organization) {
        var found = new UUID[1];
        Sight.job("sign-in")
                .run(() -> found[0] = context.getBean(Members.class).memberships(member).stream()
                        .filter(one -> organization.equals(one.organization()))
                        .findFirst()
                        .orElseThrow()
                        .id());
        return found[0];
    }

    long rows(String table) {
        return transactions.execute(_ ->
                jdbc.sql("select count(*) from desk." + table).query(Long.class).single());
    }

    static void seenBy(Visitor visitor, UUID organization, Runnable work) {
        new Sight(visitor.member(), organization, "editor", Sight.Reach.ORGANIZATION, "desk", "here").run(work);
    }

    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
