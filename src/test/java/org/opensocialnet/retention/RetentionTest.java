package org.opensocialnet.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who was not seen for years is forgotten; whom somebody cares for, or who agreed to something that still holds, is not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RetentionTest {

    static final String PEOPLE = "Πρόσωπα με τα οποία δεν έγινε τίποτα";
    static final String CARE = "Κλεισμένοι φάκελοι φροντίδας";
    static final String CONSENTS = "Συγκαταθέσεις που ανακλήθηκαν ή έληξαν";
    static final String FACTS = "Στοιχεία προσώπων που διορθώθηκαν ή έπαψαν να ισχύουν";
    static final String LINKS = "Σύνδεσμοι της σελίδας «Τα δεδομένα μου» που έληξαν";

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Erasure erasure;

    @Autowired
    Nights nights;

    @Autowired
    Settings settings;

    @Autowired
    JobBook jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Test
    void whoseTimeIsOverIsForgottenAndARehearsalChangesNothing() {
        var shelter = Uuid7.next();
        var thaleia = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        var forgotten = registered(people, shelter, named("Αμνησία", "Παλιού"));
        var cared = registered(people, shelter, named("Μνήμη", "Φροντίδου"));
        var agreed = registered(people, shelter, named("Συμφωνία", "Λόγου"));
        var fresh = registered(people, shelter, named("Καινή", "Χθεσινού"));
        for (var old : new PersonId[] {forgotten, cared, agreed}) {
            aged(old);
        }
        thaleia.post("/desk/people/" + cared.value() + "/care/admission", Map.of());
        thaleia.post(
                "/desk/people/" + agreed.value() + "/consents",
                Map.of(
                        "purpose",
                        "contact",
                        "way",
                        "spoken",
                        "ends",
                        LocalDate.now().plusYears(1).toString()));

        var mine = worker(shelter);
        var nina = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        assertThat(due(nina.get("/desk/retention").body(), PEOPLE)).isEqualTo(1);
        assertThat(due(nina.get("/desk/retention").body(), PEOPLE))
                .as("a rehearsal")
                .isEqualTo(1);

        nights.forget();

        assertThat(nina.get("/desk/retention").body()).contains("Τι έφυγε").doesNotContain("Δεν έχει φύγει");
        assertThat(due(nina.get("/desk/retention").body(), PEOPLE)).isZero();
        assertThat(AtTheDesk.of(context)
                        .as(Role.ORGANIZATION_ADMIN, Uuid7.next())
                        .get("/desk/retention")
                        .body())
                .as("others are not told of it")
                .contains("Δεν έχει φύγει");
        assertThat(seenBy(mine, () -> people.organization(forgotten))).isEmpty();
        assertThat(seenBy(mine, () -> people.organization(cared))).contains(shelter);
        assertThat(seenBy(mine, () -> people.organization(agreed))).contains(shelter);
        assertThat(seenBy(mine, () -> people.organization(fresh))).contains(shelter);
    }

    @Test
    void whatCannotGoKeepsNothingElseAndTheNightIsToldOfAsFailed() {
        var stubborn = new Stubborn("a.stubborn");
        var lasting = new Stubborn("z.lasting");
        stubborn.failure = new IllegalStateException("the table is away");
        lasting.left = 2;
        var rooms = new StaticListableBeanFactory(Map.of("one", stubborn, "other", lasting));
        var night =
                new Nights(rooms.getBeanProvider(Keeping.class), settings, jdbc, transactions, jobs, Clock.systemUTC());

        assertThatThrownBy(night::forget)
                .hasMessage("2 types of records could not be forgotten")
                .hasCause(stubborn.failure);
        assertThat(lasting.asked).isTrue();

        stubborn.failure = null;
        lasting.left = 0;
        assertThatCode(night::forget).doesNotThrowAnyException();
    }

    /** A type of record that fails, or is still there after it was told to go. */
    static final class Stubborn implements Keeping {

        private final String code;
        private @Nullable RuntimeException failure;
        private int left;
        private boolean asked;

        Stubborn(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String what(Words t) {
            return code;
        }

        @Override
        public Setting<Integer> time() {
            return PeopleForgetting.YEARS;
        }

        @Override
        public Unit unit() {
            return Unit.YEARS;
        }

        @Override
        public List<Sum> due(Instant before) {
            throw new AssertionError("a night looks once");
        }

        @Override
        public Forgotten forget(Instant before) {
            asked = true;
            if (failure != null) {
                throw failure;
            }
            return new Forgotten(List.of(), left);
        }
    }

    @Test
    void closedCareAndEndedConsentsGoByTheirOwnTimeAndThePersonStays() {
        var shelter = Uuid7.next();
        var nina = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        var id = registered(people, shelter, named("Παλαιά", "Κλεισμένου"));
        var path = "/desk/people/" + id.value();
        nina.post(path + "/care/admission", Map.of());
        nina.post(path + "/care/closure", Map.of("why", "moved"));
        nina.post(path + "/my-link", Map.of());
        assertThat(nina.get("/desk/retention").body())
                .satisfies(page -> assertThat(due(page, CARE)).isZero());
        for (var sql : List.of(
                "update care.episode set admitted_on = '2015-01-01', closed_on = '2016-01-01' where person = ?",
                """
                insert into consents.consent
                       (id, person, organization, purpose, identity, care, wording, way, given_at, ends_on)
                select gen_random_uuid(), id, organization, 'contact', false, false, 'contact-2015-1', 'spoken',
                       '2015-01-01', '2016-01-01'
                from people.person where id = ?
                """,
                "update mydata.key set until = '2016-01-01' where person = ?")) {
            changed(sql, id);
        }
        var page = nina.get("/desk/retention").body();
        assertThat(List.of(due(page, CARE), due(page, CONSENTS), due(page, LINKS)))
                .containsExactly(1, 1, 1);
        var network = AtTheDesk.of(context)
                .as(Role.AUDITOR, null)
                .get("/desk/retention")
                .body();
        assertThat(due(network, CARE)).as("counted for who may see nobody").isPositive();

        nights.forget();

        page = nina.get("/desk/retention").body();
        assertThat(List.of(due(page, CARE), due(page, CONSENTS), due(page, LINKS)))
                .containsExactly(0, 0, 0);
        assertThat(nina.get(path).body()).contains("Παλαιά Κλεισμένου");
    }

    @Test
    void whatWasCorrectedGoesByItsOwnTimeAndWhatHoldsStays() {
        var shelter = Uuid7.next();
        var nina = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        var id = registered(people, shelter, named("Διόρθωση", "Παλιωνύμου", "PHONE", "6900000071"));
        changed("""
                update people.fact set ended_at = now() - interval '4 years', ended_why = 'changed'
                where person = ? and kind = 'family-name'
                """, id);
        changed("""
                update people.fact set ended_at = now() - interval '2 years', ended_why = 'wrong'
                where person = ? and kind = 'phone'
                """, id);
        assertThat(due(nina.get("/desk/retention").body(), FACTS)).isEqualTo(1);

        nights.forget();

        assertThat(due(nina.get("/desk/retention").body(), FACTS)).isZero();
        assertThat(seenBy(worker(shelter), () -> people.history(id)))
                .extracting(fact -> fact.kind().name())
                .containsExactlyInAnyOrder("GIVEN_NAME", "PHONE");
        assertThat(nina.post("/desk/people", Map.of("q", "Παλιωνύμου")).body())
                .as("nothing finds her by it either")
                .doesNotContain(id.value().toString());
    }

    @Test
    void aNightLooksAtEverybodyOnceAPageAtATime() {
        var shelter = Uuid7.next();
        int crowd = PeopleForgetting.AT_ONCE + 30;
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into people.person (id, organization, self, created_at)
                        select id, :shelter, id, now() - interval '40 years'
                        from (select uuidv7() as id from generate_series(1, :crowd)) as fresh
                        """)
                        .param("shelter", shelter)
                        .param("crowd", crowd)
                        .update()));
        var hers = new HashSet<>(seenBy(worker(shelter), () -> people.registeredBefore(Instant.now(), null, crowd)));
        assertThat(hers).hasSize(crowd);
        var rooms = new Watching(hers, 10);
        var forgetting = new PeopleForgetting(
                people,
                erasure,
                new StaticListableBeanFactory(Map.of("watching", rooms)).getBeanProvider(PersonRecords.class),
                transactions);
        var before = Instant.now().minus(Duration.ofDays(39 * 365));

        var forgotten = Sight.job("test").call(() -> forgetting.forget(before));

        assertThat(forgotten.left()).isZero();
        assertThat(forgotten.gone()).containsExactly(new Keeping.Sum(shelter, 10));
        assertThat(rooms.asked).as("looked at once").hasSize(crowd).doesNotHaveDuplicates();
        assertThat(rooms.largest).isEqualTo(PeopleForgetting.AT_ONCE);
    }

    /** Says that it uses all but a few of these people, and who it was asked for. */
    static final class Watching implements PersonRecords {

        private final Set<UUID> watched;
        private final List<UUID> asked = new ArrayList<>();
        private int quiet;
        private int largest;

        Watching(Set<UUID> watched, int quiet) {
            this.watched = watched;
            this.quiet = quiet;
        }

        @Override
        public List<Event> timeline(PersonId person, Words t) {
            return List.of();
        }

        @Override
        public Map<String, Object> export(PersonId person) {
            return Map.of();
        }

        @Override
        public void erase(PersonId person) {}

        @Override
        public Set<UUID> using(Collection<UUID> persons, Instant since) {
            largest = Math.max(largest, persons.size());
            persons.stream().filter(watched::contains).forEach(asked::add);
            return persons.stream()
                    .filter(person -> !watched.contains(person) || quiet-- <= 0)
                    .collect(Collectors.toSet());
        }

        @Override
        public Processing declared(Words t) {
            return new Processing("", "", "", "", "");
        }
    }

    @Test
    void theRegisterOfProcessingSaysForHowLongFromTheSameDeclarations() {
        var page = AtTheDesk.of(context)
                .as(Role.AUDITOR, null)
                .get("/desk/processing")
                .body();

        assertThat(page)
                .contains("ΓΚΠΔ", PEOPLE + ": 5 έτη", CARE + ": 5 έτη", CONSENTS + ": 3 έτη", LINKS + ": μία ημέρα")
                .contains("Λίστες ατόμων χωρίς απόφαση: 7 ημέρες", FACTS + ": 3 έτη");
    }

    private static int due(String page, String what) {
        var row = Pattern.compile(what + "</th>.*?numeric\">([0-9.]+)<", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as("%s in %s", what, page).isTrue();
        return Integer.parseInt(row.group(1).replace(".", ""));
    }

    private void changed(String sql, PersonId id) {
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql(sql).param(id.value()).update()));
    }

    private void aged(PersonId id) {
        for (var sql : new String[] {
            "update people.person set created_at = created_at - interval '9 years' where id = ?",
            "update people.fact set recorded_at = recorded_at - interval '9 years' where person = ?"
        }) {
            Sight.job("test")
                    .run(() -> transactions.executeWithoutResult(
                            _ -> jdbc.sql(sql).param(id.value()).update()));
        }
    }
}
