package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whose name is seen by whom changes with the memberships, in the same moment, whoever else changes them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ColleaguesTest {

    final UUID sun = Uuid7.next();
    final UUID moon = Uuid7.next();

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Test
    void aNameIsSeenByColleaguesForAsLongAsTheyAreColleagues() {
        var ada = added("Άντα Επινοημένη");
        assertThat(seenFrom(sun, ada)).isFalse();
        give(ada, sun, Set.of(Role.EDITOR));
        assertThat(seenFrom(sun, ada)).isTrue();
        give(ada, sun, Set.of(Role.CASEWORKER));
        give(ada, moon, Set.of(Role.EDITOR));
        assertThat(List.of(seenFrom(sun, ada), seenFrom(moon, ada))).containsOnly(true);
        give(ada, sun, Set.of());
        assertThat(seenFrom(sun, ada)).isFalse();
        assertThat(seenFrom(moon, ada)).isTrue();
    }

    @Test
    void whoMovesWithAMembershipIsSeenWhereSheCame() {
        var ada = added("Άντα Επινοημένη");
        give(ada, sun, Set.of(Role.EDITOR));
        asProgram(() -> jdbc.sql("update access.membership set organization = :moon where member = :ada")
                .param("moon", moon)
                .param("ada", ada)
                .update());
        assertThat(seenFrom(sun, ada)).isFalse();
        assertThat(seenFrom(moon, ada)).isTrue();
    }

    @Test
    void inTheNetworksBodiesOneIsNobodysColleague() {
        var ada = added("Άντα Επινοημένη");
        give(ada, null, Set.of(Role.AUDITOR));
        assertThat(seenFrom(sun, ada)).isFalse();
        assertThat(organizations(ada)).isEmpty();
    }

    @Test
    void organisationsThatTakeSomebodyInAtTheSameMomentAllSeeHer() throws Exception {
        var ada = added("Άντα Επινοημένη");
        var eight = Stream.generate(Uuid7::next).limit(8).toList();
        try (var atOnce = Executors.newFixedThreadPool(8)) {
            var given = eight.stream()
                    .<Callable<Object>>map(one -> () -> {
                        give(ada, one, Set.of(Role.EDITOR));
                        return one;
                    })
                    .toList();
            for (var done : atOnce.invokeAll(given)) {
                done.get();
            }
        }
        assertThat(organizations(ada)).containsExactlyInAnyOrderElementsOf(eight);
    }

    private UUID added(String name) {
        return asProgram(() -> members.add("colleague-%s@example.org".formatted(Uuid7.next()), name, Language.GREEK));
    }

    private void give(UUID member, @Nullable UUID organization, Set<Role> roles) {
        asProgram(() -> {
            members.give(member, organization, roles);
            return member;
        });
    }

    private boolean seenFrom(UUID organization, UUID member) {
        return new Sight(Uuid7.next(), organization, "editor", Reach.ORGANIZATION, "desk", "here")
                .call(() -> members.find(member).isPresent());
    }

    private List<UUID> organizations(UUID member) {
        return asProgram(() -> jdbc.sql("select unnest(organizations) from access.member where id = :id")
                .param("id", member)
                .query(UUID.class)
                .list());
    }

    private <T> T asProgram(Supplier<T> work) {
        return Objects.requireNonNull(Sight.job("test").call(() -> transactions.execute(_ -> work.get())));
    }
}
