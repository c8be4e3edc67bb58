package org.opensocialnet.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Quality;
import org.opensocialnet.people.Registration;
import org.opensocialnet.people.TargetGroup;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Two hundred invented people, known to two invented organisations. Nobody is called like this, the telephone numbers
 * belong to nobody, and no numbers of documents are invented: they might be somebody's. Gone with the demo city.
 */
@Component
@ConditionalOnWebApplication
@Order(6)
class DemoPeople implements ApplicationRunner {

    static final List<String> FAMILY_NAMES = List.of(
            "Ανεμοζάλης",
            "Βαθυκαμπίτης",
            "Γλαροφωλιάς",
            "Δεντρογαλής",
            "Ζουμπουλίδης",
            "Θαλασσοπνίχτης",
            "Καραμπουζουκλής",
            "Λιακαδίτης",
            "Μελτεμάκης",
            "Νεραντζούλης",
            "Ξαστερίδης",
            "Ομπρελάκης",
            "Παπαγαλάκης",
            "Ρεβιθούλης",
            "Σαλιγκαρίδης",
            "Τζιτζικάκης",
            "Φεγγαρόπουλος",
            "Χαρταετίδης",
            "Ψιχαλάκης",
            "Αστροπαλίτης");

    private static final List<String> GIVEN_NAMES = List.of(
            "Γιώργος", "Μαρία", "Αχμέτ", "Ελένη", "Ολεξάντρ", "Κατερίνα", "Δημήτρης", "Φατίμα", "Σπύρος", "Ζωή");

    private static final List<String> PLACES =
            List.of("κοντά στην Ομόνοια", "γύρω από τον σταθμό Λαρίσης", "Κυψέλη", "Άνω Πατήσια", "πλατεία Βάθης");

    private final People people;
    private final DemoSettings settings;
    private final Clock clock;

    DemoPeople(People people, DemoSettings settings, Clock clock) {
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.enabled()) {
            settle("karydia", 0);
            settle("fanari", 5);
        } else {
            Sight.job("demo").run(people::removeInvented);
        }
    }

    /** Half of the names are known to each, a few to both: somebody to be asked for consent. */
    private void settle(String body, int first) {
        var organization = Row.id("body", body);
        new Sight(null, organization, "demo", Reach.ORGANIZATION, "demo", "here")
                .run(() -> people.invent(organization, persons(first)));
    }

    private List<Registration> persons(int first) {
        var chance = new Random(first);
        var persons = new ArrayList<Registration>();
        for (int i = 0; i < FAMILY_NAMES.size(); i++) {
            for (int j = first; j < first + 5; j++) {
                persons.add(person(GIVEN_NAMES.get(j), FAMILY_NAMES.get(i), persons.size(), chance));
            }
        }
        persons.add(person(GIVEN_NAMES.getFirst(), FAMILY_NAMES.getFirst(), persons.size(), chance));
        return persons;
    }

    private Registration person(String given, String family, int number, Random chance) {
        var facts = new ArrayList<Said>();
        facts.add(new Said(FactKind.GIVEN_NAME, given, Quality.GIVEN));
        facts.add(new Said(FactKind.FAMILY_NAME, family, Quality.GIVEN));
        facts.add(new Said(FactKind.BORN, "" + (1945 + chance.nextInt(60)), Quality.GIVEN));
        if (number % 3 == 0) {
            facts.add(new Said(FactKind.PHONE, "69000%05d".formatted(10_000 + number), Quality.GIVEN));
        }
        if (number % 2 == 0) {
            facts.add(new Said(FactKind.PLACE, PLACES.get(number % PLACES.size()), Quality.ESTIMATED));
        }
        var groups = TargetGroup.values();
        return new Registration(
                Uuid7.next(),
                facts,
                number % 7 == 0 ? "ΔΟΚΙΜΗ" + number : null,
                Set.of(groups[chance.nextInt(groups.length)]),
                LocalDate.now(clock).minusDays(chance.nextInt(700)),
                Set.of());
    }
}
