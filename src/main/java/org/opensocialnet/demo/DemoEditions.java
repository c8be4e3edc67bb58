package org.opensocialnet.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.database.Sight;
import org.opensocialnet.questionnaire.EditionRehearsal;
import org.opensocialnet.questionnaire.EditionRehearsal.Says;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the organisations of the invented city wrote into its questionnaire: half a year ago, and this month, when three of them
 * have not answered yet.
 */
@Component
@ConditionalOnWebApplication
@Order(6)
class DemoEditions implements ApplicationRunner {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.of("el"));

    private static final Map<String, Says> THEN = Map.of(
            "karydia", said(8, 20, "Το πρωινό ραντεβού με τον γιατρό στον χώρο του συσσιτίου.", "planned"),
            "fanari", said(5, 11, "", "no"),
            "to-kleidi", said(3, 4, "Ένα κοινό πρόγραμμα με τον ξενώνα της διπλανής γειτονιάς.", "yes"),
            "kouverta", said(2, 30, "", "no"));

    private static final Map<String, Says> NOW = Map.of(
            "karydia",
                    new Says(
                            Map.of(
                                    "staff", "9",
                                    "volunteers", "26",
                                    "gap_words", "Δεν υπάρχουν ντους για γυναίκες το Σαββατοκύριακο.",
                                    "gap--1--kind", "showers",
                                    "gap--1--group", "women",
                                    "gap--1--people", "25",
                                    "gap--1--words", "Σαββατοκύριακα, όταν κλείνουν τα κέντρα ημέρας",
                                    "good_practice", "Ο γιατρός έρχεται την ώρα του συσσιτίου: έτσι τον βλέπουν όλοι.",
                                    "referrals", "yes",
                                    "referral_how", "Τηλεφωνικά, με όνομα και ώρα ραντεβού."),
                            10),
            "fanari",
                    new Says(
                            Map.of(
                                    "staff", "5",
                                    "volunteers", "9",
                                    "gap_words", "Λείπει διερμηνεία στα φαρσί και στα ουρντού.",
                                    "referrals", "no"),
                            0),
            "to-kleidi",
                    new Says(
                            Map.of(
                                    "staff", "4",
                                    "volunteers", "4",
                                    "gap_words", "Οικογένειες με μωρά δεν βρίσκουν πού να μείνουν τις πρώτες νύχτες.",
                                    "referrals", "yes",
                                    "referral_how", "Με κοινή λίστα αναμονής με τον διπλανό ξενώνα."),
                            2),
            "kouverta", said(2, 34, "Μοιράζουμε τα κλινοσκεπάσματα πριν από το κρύο, όχι μετά.", "planned"),
            "anoichti-avli", said(6, 15, "", "yes"));

    /** Who was asked this month too, and has said nothing. */
    private static final List<String> SILENT = List.of("ntoulapa", "mikro-limani", "roda");

    private final EditionRehearsal rehearsal;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DemoSettings settings;
    private final Clock clock;

    DemoEditions(
            EditionRehearsal rehearsal,
            JdbcClient jdbc,
            TransactionOperations transactions,
            DemoSettings settings,
            Clock clock) {
        this.rehearsal = rehearsal;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    private static Says said(int staff, int volunteers, String practice, String refers) {
        return new Says(
                Map.of(
                        "staff",
                        String.valueOf(staff),
                        "volunteers",
                        String.valueOf(volunteers),
                        "good_practice",
                        practice,
                        "referrals",
                        refers),
                0);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Sight.job("demo")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('demo.editions'))::text")
                            .query(String.class)
                            .single();
                    var today = LocalDate.now(clock);
                    if (!settings.enabled()) {
                        rehearsal.clear();
                    } else if (!rehearsal.isOn(today) && areThere()) {
                        rehearsal.clear();
                        play(today);
                    }
                }));
    }

    private void play(LocalDate today) {
        var spring = today.minusMonths(6);
        var before = rehearsal.ask(MONTH.format(spring), spring, spring.plusDays(28), ids(THEN.keySet()));
        THEN.forEach((body, says) -> rehearsal.answers(before, Row.id("body", body), says));
        rehearsal.close(before, spring.plusDays(30));

        var asked = new HashSet<>(NOW.keySet());
        asked.addAll(SILENT);
        var now = rehearsal.ask(MONTH.format(today), today.minusDays(14), today.plusDays(14), ids(asked));
        NOW.forEach((body, says) -> rehearsal.answers(now, Row.id("body", body), says));
        rehearsal.begins(now, Row.id("body", SILENT.get(0)), said(1, 12, "", "no"));
        rehearsal.looks(now, Row.id("body", SILENT.get(1)));
    }

    private static Set<UUID> ids(Set<String> bodies) {
        return bodies.stream().map(body -> Row.id("body", body)).collect(Collectors.toSet());
    }

    /** The city may be on its way out, or an operator's own import may have taken some of them. */
    private boolean areThere() {
        var all = new HashSet<>(NOW.keySet());
        all.addAll(SILENT);
        return jdbc.sql("select count(*) from directory.public_organization where id = any(:ids)")
                        .param("ids", ids(all).toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == all.size();
    }
}
