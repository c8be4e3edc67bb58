package org.opensocialnet.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Greeting;
import org.opensocialnet.signin.Invitations;
import org.opensocialnet.web.Language;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One invented member for each role, in an invented organisation, who signs in with a password everybody knows and
 * without a second step. They are there with the demo city and go with it.
 */
@Component
@ConditionalOnWebApplication
@Order(5)
class DemoMembers implements ApplicationRunner, Greeting {

    static final String PASSWORD = "demo-demo-demo-demo";

    private final Members members;
    private final Invitations invitations;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DemoSettings settings;

    DemoMembers(
            Members members,
            Invitations invitations,
            JdbcClient jdbc,
            TransactionOperations transactions,
            DemoSettings settings) {
        this.members = members;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var entered = new ArrayList<UUID>();
        Sight.job("sign-in")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('demo.members'))::text")
                            .query(String.class)
                            .single();
                    if (!settings.enabled()) {
                        invitations.forgetEverybodysPasswords(Arrays.stream(Role.values())
                                .flatMap(role -> members.byEmail(email(role)).stream())
                                .filter(Member::invented)
                                .map(Member::id)
                                .toList());
                        members.removeInvented();
                        return;
                    }
                    for (var role : Role.values()) {
                        if (members.byEmail(email(role)).isEmpty()) {
                            entered.add(enter(role));
                        }
                    }
                }));
        entered.forEach(member -> invitations.giveEverybodysPassword(member, PASSWORD));
    }

    private UUID enter(Role role) {
        var id = members.addInvented(email(role), name(role), Language.GREEK);
        members.give(id, role.ofTheNetwork() ? null : body("karydia"), Set.of(role));
        if (role == Role.CASEWORKER) { // works for two, to try changing from one to the other
            members.give(id, body("fanari"), Set.of(Role.EDITOR));
        }
        return id;
    }

    @Override
    public List<String> lines(String address) {
        if (!settings.enabled()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("Sign in    %s%s   password of all: %s".formatted(address, Threshold.SIGN_IN.substring(1), PASSWORD));
        lines.add("           (invented people of the demo city, without a second step; never in a real city)");
        for (var role : Role.values()) {
            lines.add("           " + email(role));
        }
        return lines;
    }

    static String email(Role role) {
        return role.code() + "@demo.example.org";
    }

    private static UUID body(String key) {
        return Row.id("body", key);
    }

    /** Nobody is called like this. */
    private static String name(Role role) {
        return switch (role) {
            case ORGANIZATION_ADMIN -> "Δέσποινα Παράδειγμα";
            case CASEWORKER -> "Θάλεια Υποθέτου";
            case OUTREACH_WORKER -> "Νυκτερινός Περιπατητής";
            case SITE_STAFF -> "Στάθης Θυρωρείδης";
            case EDITOR -> "Γραμμή Καταχωρίδου";
            case COORDINATOR -> "Αρμονία Συντονίδου";
            case RESEARCHER -> "Ερευνής Αριθμητάκης";
            case AUDITOR -> "Τιμία Ελεγκτοπούλου";
            case ADMINISTRATOR -> "Κλειδούχος Δοκίμος";
        };
    }
}
