package org.opensocialnet.drafts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.ChangeBook.Collision;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Maria and Nikos keep the records of a kitchen; Eleni those of a shelter; the coordination team all of them. */
@SpringBootTest
class DraftsTest {

    @Autowired
    Keeping keeping;

    @Autowired
    Drafts drafts;

    @Autowired
    Publication publication;

    @Autowired
    ChangeBook book;

    @Autowired
    Claims claims;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Given given;
    UUID kitchen;
    UUID shelter;
    Subject meals;
    UUID phone;
    SignedIn maria;
    SignedIn nikos;
    SignedIn eleni;
    SignedIn team;

    @BeforeEach
    void twoOrganisations() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        var report = load("Κουζίνα");
        assertThat(report.problems()).isEmpty();
        kitchen = id("organization", "kitchen");
        shelter = id("organization", "shelter");
        meals = Subject.service(id("service", "meals"));
        phone = id("phone", "p");
        maria = editor("Μαρία", kitchen);
        nikos = editor("Νίκος", kitchen);
        eleni = editor("Ελένη", shelter);
        team = new SignedIn(
                Uuid7.next(), "Συντονισμός", null, "", Set.of(Role.COORDINATOR), Set.of(Permission.DIRECTORY_KEEP));
    }

    org.opensocialnet.intake.IntakeReport load(String name) {
        return given.take(
                IntakeOptions.wholeSource(),
                "organization | id=kitchen | name=" + name,
                "organization | id=shelter | name=Ξενώνας",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | description=Ζεστό φαγητό | status=active"
                        + " | translations={\"en\": {\"name\": \"Soup kitchen\"}}",
                "service | id=beds | organization_id=shelter | name=Κρεβάτια | status=active",
                "location | id=hall | location_type=physical | name=Αίθουσα | organization_id=kitchen",
                "service_at_location | id=at | service_id=meals | location_id=hall",
                "contact | id=c | service_id=meals | title=Υπεύθυνη | email=inside@example.org | visibility=professionals",
                "phone | id=p | service_id=meals | number=210 000 0001",
                "phone | id=q | service_id=beds | number=210 000 0002");
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    static SignedIn editor(String name, UUID organization) {
        return new SignedIn(
                Uuid7.next(),
                name,
                organization,
                "",
                Set.of(Role.EDITOR),
                EnumSet.of(Permission.DESK_READ, Permission.DIRECTORY_EDIT, Permission.DIRECTORY_PUBLISH));
    }

    <T> T as(SignedIn me, Callable<T> work) {
        var reach = me.organization() == null ? Reach.NETWORK : Reach.ORGANIZATION;
        try {
            return new Sight(me.member(), me.organization(), "editor", reach, "desk", "test").call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Kept kept() {
        return as(maria, () -> keeping.kept(maria, "service", meals.id()));
    }

    Draft draft(SignedIn me, Edit... edits) {
        return as(me, () -> drafts.save(me, keeping.kept(me, "service", meals.id()), List.of(edits)));
    }

    UUID publish(SignedIn me, Edit... edits) {
        var draft = draft(me, edits);
        var outcome = as(me, () -> publication.publish(me, draft));
        assertThat(outcome.problems()).isEmpty();
        return requireNonNull(outcome.set());
    }

    Edit name(String was, String value) {
        return Edit.of("service", meals.id(), "name", was, value);
    }

    Edit number(String was, String value) {
        return Edit.of("phone", phone, "number", was, value);
    }

    String publicName() {
        return jdbc.sql("select name from directory.public_service where id = ?")
                .param(meals.id())
                .query(String.class)
                .single();
    }

    String publicNumber() {
        return jdbc.sql("select number from directory.public_phone where id = ?")
                .param(phone)
                .query(String.class)
                .single();
    }

    @Test
    void aDraftIsSeenByNobodyOutsideUntilItIsPublished() {
        var draft = draft(maria, name("Συσσίτιο", "Συσσίτιο της γειτονιάς"));

        assertThat(publicName()).isEqualTo("Συσσίτιο");
        assertThat(as(maria, () -> drafts.of(maria, meals))).contains(draft);

        as(maria, () -> publication.publish(maria, draft));

        assertThat(publicName()).isEqualTo("Συσσίτιο της γειτονιάς");
        assertThat(as(maria, () -> drafts.of(maria, meals))).isEmpty();
    }

    @Test
    void whatIsPutBackIsNoChange() {
        draft(maria, name("Συσσίτιο", "Άλλο"));
        draft(maria, name("Συσσίτιο", "Συσσίτιο"));

        assertThat(as(maria, () -> drafts.of(maria, meals))).isEmpty();
    }

    @Test
    void aTextInAnotherLanguageIsAFieldOfItsOwn() {
        publish(maria, Edit.of("service", meals.id(), "name@en", "Soup kitchen", "Neighbourhood kitchen"));
        publish(nikos, Edit.of("service", meals.id(), "description@en", null, "Warm food"));

        assertThat(jdbc.sql("select translations::text from directory.public_service where id = ?")
                        .param(meals.id())
                        .query(String.class)
                        .single())
                .contains("Neighbourhood kitchen", "Warm food");
    }

    @Test
    void twoDraftsOfDifferentFieldsDoNotMeet() {
        var ofNikos = draft(nikos, number("210 000 0001", "210 000 0009"));
        publish(maria, name("Συσσίτιο", "Νέο όνομα"));

        as(nikos, () -> publication.publish(nikos, ofNikos));

        assertThat(publicName()).isEqualTo("Νέο όνομα");
        assertThat(publicNumber()).isEqualTo("210 000 0009");
    }

    @Test
    void theSecondWriterIsToldWhoWasFirstAndChooses() {
        var ofNikos = draft(nikos, number("210 000 0001", "210 000 0009"));
        publish(maria, number("210 000 0001", "210 000 0005"));

        assertThatThrownBy(() -> as(nikos, () -> publication.publish(nikos, ofNikos)))
                .isInstanceOf(Refusal.class)
                .hasMessage("drafts.publish.collides");
        var met = as(nikos, () -> book.collisions(drafts.published(kept(nikos)), ofNikos.edits()))
                .getFirst();
        assertThat(met).extracting(Collision::there, Collision::by).containsExactly("210 000 0005", "Μαρία");

        as(nikos, () -> {
            drafts.insist(ofNikos, met.edit(), met.there());
            return publication.publish(nikos, drafts.draft(ofNikos.id()));
        });
        assertThat(publicNumber()).isEqualTo("210 000 0009");
    }

    Kept kept(SignedIn me) {
        return keeping.kept(me, "service", meals.id());
    }

    @Test
    void whatWasPublishedCanBeTakenBackAsAWhole() {
        var added = Uuid7.next();
        var set = publish(
                maria,
                name("Συσσίτιο", "Νέο όνομα"),
                Edit.going("phone", phone),
                Edit.coming("phone", added),
                Edit.of("phone", added, "service_id", null, meals.id().toString()),
                Edit.of("phone", added, "number", null, "210 000 0007"));
        assertThat(numbers()).containsExactly("210 000 0007");

        as(nikos, () -> publication.undo(nikos, book.set(set).orElseThrow()));

        assertThat(publicName()).isEqualTo("Συσσίτιο");
        assertThat(numbers()).containsExactly("210 000 0001");
        assertThat(as(maria, () -> book.history(kept(), 1, 10)))
                .extracting(ChangeSet::what, ChangeSet::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(What.UNDONE, "Νίκος"),
                        org.assertj.core.groups.Tuple.tuple(What.CHANGED, "Μαρία"));
    }

    private List<@org.jspecify.annotations.Nullable String> numbers() {
        return jdbc.sql("select number from directory.public_phone where service_id = ? order by number")
                .param(meals.id())
                .query(String.class)
                .list();
    }

    @Test
    void whatWasChangedAgainSinceCannotBeTakenBack() {
        var first = publish(maria, name("Συσσίτιο", "Ένα"));
        publish(nikos, name("Ένα", "Δύο"));

        var set = as(maria, () -> book.set(first).orElseThrow());
        assertThat(as(maria, () -> book.newer(drafts.published(kept(maria)), set)))
                .extracting(Collision::there, Collision::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Δύο", "Νίκος"));
        assertThatThrownBy(() -> as(maria, () -> publication.undo(maria, set))).hasMessage("drafts.undo.collides");
        assertThat(publicName()).isEqualTo("Δύο");
    }

    @Test
    void aRecordGoesOutOfUseAndComesBack() {
        var outcome = as(maria, () -> publication.retire(maria, kept(maria), "ended"));
        assertThat(gone()).isTrue();

        as(
                maria,
                () -> publication.undo(
                        maria, book.set(requireNonNull(outcome.set())).orElseThrow()));
        assertThat(gone()).isFalse();

        as(maria, () -> publication.retire(maria, kept(maria), "moved"));
        as(maria, () -> publication.restore(maria, kept(maria)));
        assertThat(gone()).isFalse();
    }

    private boolean gone() {
        return jdbc.sql("select gone_at is not null or status <> 'active' from directory.public_service where id = ?")
                .param(meals.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void nothingChangedIsSaidWithOneAct() {
        as(maria, () -> publication.confirm(maria, kept(maria)));

        assertThat(jdbc.sql("select assured_date = current_date from directory.public_service where id = ?")
                        .param(meals.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNewServiceIsADraftFirst() {
        var fresh = Subject.service(Uuid7.next());
        var edits = List.of(
                Edit.coming("service", fresh.id()),
                Edit.of("service", fresh.id(), "name", null, "Πλυντήριο"),
                Edit.of("service", fresh.id(), "status", null, "active"),
                Edit.of("service", fresh.id(), "organization_id", null, kitchen.toString()));
        var draft = as(maria, () -> drafts.save(maria, new Kept(fresh, kitchen), edits));
        assertThat(as(nikos, () -> keeping.find(nikos, fresh))).isPresent();
        assertThat(as(eleni, () -> keeping.find(eleni, fresh))).isEmpty();

        assertThat(as(maria, () -> publication.publish(maria, draft)).problems())
                .isEmpty();
        assertThat(jdbc.sql("select name from directory.public_service where id = ?")
                        .param(fresh.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Πλυντήριο");
    }

    @Test
    void anothersRecordIsNotThere() {
        assertThatThrownBy(() -> as(eleni, () -> keeping.kept(eleni, "service", meals.id())))
                .isInstanceOf(Refusal.class)
                .hasMessage("drafts.record.unknown");
        assertThat(as(team, () -> keeping.find(team, meals))).isPresent();
    }

    @Test
    void anothersDraftsAndHistoryAreHiddenByTheDatabase() {
        publish(maria, name("Συσσίτιο", "Ένα"));
        var draft = draft(maria, name("Ένα", "Δύο"));

        assertThatThrownBy(() -> as(eleni, () -> drafts.draft(draft.id()))).hasMessage("drafts.draft.unknown");
        assertThat(as(eleni, () -> book.history(kept(), 1, 10))).isEmpty();
        assertThat(as(team, () -> drafts.draft(draft.id()))).isEqualTo(draft);
    }

    @Test
    void nobodyReachesAnothersRowThroughARecordOfTheOwn() {
        var theirs = id("phone", "q");
        var draft = draft(
                maria,
                Edit.coming("phone", theirs),
                Edit.of("phone", theirs, "service_id", null, meals.id().toString()),
                Edit.of("phone", theirs, "number", null, "210 666 6666"));

        assertThatThrownBy(() -> as(maria, () -> publication.publish(maria, draft)))
                .hasMessage("drafts.record.unknown");
    }

    @Test
    void aLookAtADraftLeavesNothingBehind() {
        var draft = draft(maria, name("Συσσίτιο", "Μόνο για μια ματιά"));

        var seen = as(
                maria,
                () -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    publication.tryOut(draft);
                    return publicName();
                }));

        assertThat(seen).isEqualTo("Μόνο για μια ματιά");
        assertThat(publicName()).isEqualTo("Συσσίτιο");
    }

    @Test
    void thePublicLearnsWhichFieldsChangedAndNeverWhoOrWhatIsForProfessionals() {
        var contact = id("contact", "c");
        publish(
                maria,
                name("Συσσίτιο", "Νέο όνομα"),
                Edit.of("contact", contact, "email", "inside@example.org", "secret@example.org"));

        var told = jdbc.sql("""
                        select field_name || ': ' || previous_value || ' > ' || replacement_value || ' / ' || updated_by
                        from directory.public_metadata where resource_id = ? order by 1""").param(meals.id()).query(String.class).list();
        assertThat(told).containsExactly("contact:  >  / Κουζίνα", "name: Συσσίτιο > Νέο όνομα / Κουζίνα");
    }

    @Test
    void whatAnOrganisationChangedStaysWhenTheFileComesAgain() {
        publish(maria, name("Συσσίτιο", "Νέο όνομα"));

        load("Κουζίνα");

        assertThat(publicName()).isEqualTo("Νέο όνομα");
    }

    @Test
    void anEntryIsKeptByWhoWasGrantedIt() {
        var claim = as(eleni, () -> transactions.execute(_ -> claims.ask(eleni, kitchen, "Το παλιό μας όνομα")));
        assertThat(as(eleni, () -> keeping.find(eleni, meals))).isEmpty();
        assertThat(as(maria, () -> claims.waiting())).isEmpty();

        as(team, () -> {
            claims.decide(requireNonNull(claim), true);
            return claim;
        });

        assertThat(as(eleni, () -> keeping.find(eleni, meals))).isPresent();
        assertThatThrownBy(() -> as(team, () -> {
                    claims.decide(requireNonNull(claim), false);
                    return claim;
                }))
                .hasMessage("drafts.claim.unknown");
    }
}
