package org.opensocialnet.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Registration.Registered;

/** Organisations with invented people, for tests of this room and those above. */
public final class Known {

    private Known() {}

    /** A worker of an organisation, through whose eyes the tests look. */
    public static Sight worker(UUID organization) {
        return new Sight(Uuid7.next(), organization, "caseworker", Reach.ORGANIZATION, "desk", "here");
    }

    public static <T> T seenBy(Sight sight, Callable<T> work) {
        try {
            return sight.call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static Said said(FactKind kind, String text) {
        return new Said(kind, text, Quality.GIVEN);
    }

    public static List<Said> named(String given, String family, String... more) {
        var facts = new ArrayList<Said>();
        facts.add(said(FactKind.GIVEN_NAME, given));
        facts.add(said(FactKind.FAMILY_NAME, family));
        for (int i = 0; i < more.length; i += 2) {
            facts.add(said(FactKind.valueOf(more[i]), more[i + 1]));
        }
        return facts;
    }

    public static Registration form(List<Said> facts, UUID... seen) {
        return new Registration(Uuid7.next(), facts, null, Set.of(), LocalDate.of(2026, 1, 5), Set.of(seen));
    }

    /** Registers somebody nobody is like. */
    public static PersonId registered(People people, UUID organization, List<Said> facts) {
        var outcome = seenBy(worker(organization), () -> people.register(form(facts)));
        if (outcome instanceof Registered(PersonId id, boolean _)) {
            return id;
        }
        throw new AssertionError("somebody like this is there already");
    }
}
