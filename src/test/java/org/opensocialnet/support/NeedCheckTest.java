package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.opensocialnet.coverage.Coverage;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Cover.Source;
import org.springframework.beans.factory.annotation.Autowired;

/** What the team reads beside a request, and what it is told when nothing moves. */
class NeedCheckTest extends RequestWorld {

    @Autowired
    Covering covering;

    @Test
    void besideARequestStandsWhatTheAskerHadItsQuotaStockAndWhoCouldHelp() {
        var first = called("Υπνόσακοι για τον χειμώνα");
        var giver = Uuid7.next();
        var cover = of(
                giver,
                () -> covering.cover(
                        line(first), Source.PLEDGE, Uuid7.next(), giver, null, true, new BigDecimal("30")));
        of(giver, () -> {
            covering.go(cover, new BigDecimal("30"));
            covering.deliver(cover, new BigDecimal("25"));
            return true;
        });
        var second = begun("Κι άλλοι υπνόσακοι");
        var asked = danae.post(second + "/lines/new", with(lineForm(second), bags("80")));
        assertThat(asked.statusCode()).as("over its quota: asked once more").isEqualTo(422);
        assertThat(asked.body()).contains("ξεπερνούν το όριο 100", "value=\"80\"");
        added(second, with(bags("80"), Map.of("sure", "yes")));
        submit(danae, second);
        // Another test of the same database may have looked at today before.
        Sight.job("test").run(() -> context.getBean(Coverage.class).recount(LocalDate.now(clock)));
        assertThat(maria.get(second).body())
                .contains(
                        "Σε έναν χρόνο 1 άλλο αίτημα",
                        "Παρέλαβε σε έναν χρόνο: Υπνόσακος 25 τεμάχια",
                        "Όρια 30 ημερών",
                        "Αιτήματα: 2 μαζί με αυτό, όριο 10",
                        "πήρε ή περιμένει 30, ζητά 80. Ξεπερνά το όριο 100",
                        "Γνωστά αποθέματα και θέσεις",
                        "Ποιοι προσφέρουν το ίδιο είδος υπηρεσίας",
                        "Τι λέει η κάλυψη");
    }

    /** What another organisation of the directory says it has of the same good. */
    @Test
    void whatOthersHaveOfItStandsBesideIt() {
        var page = sent("Υπνόσακοι που ίσως υπάρχουν");
        assertThat(maria.get(page).body()).contains("Γνωστά αποθέματα και θέσεις");
        var owner = Uuid7.next();
        jdbc.sql("insert into directory.organization (id, name, record_source) values (:id, 'Αποθήκη Δοκιμής', 'own')")
                .param("id", owner)
                .update();
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into pledges.stock (id, form, organization, item, name, unit, quantity, promised, changed_at)
                        values (:id, :id, :owner, :item::uuid, :name, 'item', 900000, 1000, now())
                        """)
                        .param("id", Uuid7.next())
                        .param("owner", owner)
                        .param("item", item())
                        .param("name", BAG)
                        .update()));
        assertThat(maria.get(page).body()).contains("Αποθήκη Δοκιμής: Υπνόσακος, διαθέσιμα 899.000 τεμάχια");
    }

    /** Four ways to stand still; the team and whoever asked are told of each. */
    @Test
    void whatStandsStillStandsAmongTheTasks() {
        assertThat(danae.get("/desk").body()).doesNotContain("έχουν μείνει στάσιμα");
        var undecided = sent("Κανείς δεν αποφάσισε");
        var uncovered = called("Κανείς δεν καλύπτει");
        var going = called("Στον δρόμο");
        var handed = called("Παραδόθηκε");
        var giver = Uuid7.next();
        for (var page : List.of(going, handed)) {
            of(giver, () -> {
                var cover = covering.cover(
                        line(page), Source.PLEDGE, Uuid7.next(), giver, null, true, new BigDecimal("30"));
                covering.go(cover, new BigDecimal("30"));
                if (page.equals(handed)) {
                    covering.deliver(cover, new BigDecimal("30"));
                }
                return true;
            });
        }
        assertThat(danae.get("/desk/requests?shown=stalled").body()).contains("Κανένα αίτημα δεν ταιριάζει");
        longAgo();
        assertThat(danae.get("/desk").body())
                .contains(
                        "έχουν μείνει στάσιμα",
                        "1 περιμένει απόφαση",
                        "1 δεν το καλύπτει κανείς",
                        "1 είναι πολλές ημέρες στον δρόμο",
                        "1 παραδόθηκε και μένει να επιβεβαιωθεί");
        assertThat(danae.get("/desk/requests?shown=stalled").body()).contains(undecided, uncovered, going, handed);
        assertThat(maria.get("/desk").body()).contains("έχουν μείνει στάσιμα");
    }

    private String called(String title) {
        var page = sent(title);
        decide(page, "acceptance", Map.of());
        decide(page, "call", Map.of());
        return page;
    }

    private UUID line(String page) {
        return jdbc.sql("select id from support.line where request = :request limit 1")
                .param("request", UUID.fromString(page.substring(page.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
    }

    /** Thirty days pass for the shelter. */
    private void longAgo() {
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql(
                                    "update support.request set changed_at = changed_at - interval '30 days' where organization = :own")
                            .param("own", shelter)
                            .update();
                    jdbc.sql("""
                    update support.cover c set changed_at = c.changed_at - interval '30 days'
                    from support.request r where r.id = c.request and r.organization = :own
                    """).param("own", shelter).update();
                }));
    }

    private <T> T of(UUID organization, Supplier<T> work) {
        return Objects.requireNonNull(new Sight(null, organization, "caseworker", Reach.ORGANIZATION, "desk", "here")
                .call(() -> transactions.execute(_ -> work.get())));
    }
}
